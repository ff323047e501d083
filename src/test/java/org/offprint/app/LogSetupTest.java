package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What is logged before and beside all settings. */
final class LogSetupTest {
  @Test
  void isWhatTheLoggingLibraryFinds() {
    assertThat(ServiceLoader.load(Configurator.class)).anyMatch(LogSetup.class::isInstance);
  }

  @Test
  void tellsWhatConcernsTheOperatorAlone() {
    LoggerContext context = new LoggerContext();

    assertThat(new LogSetup().configure(context))
        .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

    assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().next())
        .isInstanceOf(ConsoleAppender.class);
    Logger own = context.getLogger(Application.class);
    assertThat(own.isInfoEnabled()).isTrue();
    assertThat(own.isDebugEnabled()).isFalse();
    assertThat(context.getLogger("org.eclipse.jetty.server.Server").isInfoEnabled())
        .isFalse();
    assertThat(context.getLogger("org.eclipse.jetty.server.Server").isWarnEnabled())
        .isTrue();
    assertThat(context.getLogger("org.eclipse.jetty.http.HttpParser").isWarnEnabled())
        .isFalse();
    assertThat(context.getLogger("io.javalin.Javalin").isErrorEnabled()).isFalse();
  }
}
