package org.offprint.page;

import java.time.Duration;
import java.time.Instant;

/**
 * How the folder of issues was last read.
 *
 * @param takenUp when something in it had changed, and was taken up
 * @param took how long that took
 * @param looked when all of it was last seen as it is known
 */
public record LastPass(Instant takenUp, Duration took, Instant looked) {}
