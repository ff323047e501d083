package org.offprint.issue;

import java.util.List;

/**
 * The content under one section heading of an issue. The publication decides which section that heading
 * means.
 *
 * @param heading the author's heading as plain text; may be empty
 * @param anchor the {@code id} of the heading in the issue's page
 * @param content everything under the heading, with the heading
 * @param distinct {@code content} without the items that the issue already has further up; equal to {@code content}
 *     if there are none
 * @param items the items in reading order, without those that the issue already has further up
 */
public record Part(String heading, String anchor, Html content, Html distinct, List<Item> items) {
  public Part {
    items = List.copyOf(items);
  }
}
