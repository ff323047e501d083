package org.offprint.issue;

import java.util.List;

/**
 * What stands under one section heading of an issue. Which section that heading means is for the
 * publication to say.
 *
 * @param heading the author's heading as plain text; may be empty
 * @param anchor the {@code id} of the heading in the issue's page
 * @param content everything under the heading, with the heading
 * @param distinct the same without the items that stand earlier in the issue already; equal to {@code content}
 *     when there are none
 * @param items the items in reading order, without those that stand earlier in the issue
 */
public record Part(String heading, String anchor, Html content, Html distinct, List<Item> items) {
  public Part {
    items = List.copyOf(items);
  }
}
