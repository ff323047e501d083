package org.offprint.http;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one running server and change nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedTest {
  @SuppressWarnings("NullAway.Init")
  ServedNewsletter served;

  @BeforeAll
  void serve(@TempDir Path folder) {
    served = ServedNewsletter.of(folder);
  }

  @AfterAll
  void stop() {
    served.close();
  }
}
