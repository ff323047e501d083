package org.offprint.push;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** The world around the hub, as its parts share it. */
record Outside(
    Clock clock,
    Outgoing outgoing,
    RandomGenerator random,
    Hosts hosts,
    Outcomes outcomes,
    PushRules.Timeouts timeouts) {}
