package org.offprint.feed;

import java.util.List;

/**
 * The traffic of all feeds in the last seven days.
 *
 * @param bytes of the bodies of all answers
 * @param answers to GET requests
 * @param notModified those that were 304
 * @param costliest the programs that cost most bytes without validators, the costliest first
 */
public record FeedCosts(long bytes, long answers, long notModified, List<Program> costliest) {
  /**
   * A program that fetched whole feeds and sent no validators.
   *
   * @param name its {@code User-Agent}, shortened; or its service, or a name for programs that are not counted one by one
   * @param bytes of these answers
   */
  public record Program(String name, long bytes) {}
}
