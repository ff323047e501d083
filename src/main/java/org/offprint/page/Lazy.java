package org.offprint.page;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is worked out when it is first asked for, and then kept. Thread-safe. */
final class Lazy<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    T ready = made;
    if (ready == null) {
      ready = maker.get();
      made = ready;
    }
    return ready;
  }
}
