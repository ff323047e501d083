package org.offprint.push;

/** Holds the store of the tests to the promises that the others keep. */
final class MemoryPushStoreTest extends PushStoreContract {
  private final MemoryPushStore store = new MemoryPushStore();

  @Override
  protected PushStore store() {
    return store;
  }
}
