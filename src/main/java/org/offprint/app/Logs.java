package org.offprint.app;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.offprint.settings.LogFormat;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Settles how the log of this process is written, to standard error. */
public final class Logs {
  private static final Object[] NO_ARGUMENTS = {};

  private Logs() {}

  /**
   * From now on. Lines of the access log are dropped where nobody takes them fast enough: the threads that answer
   * must not wait.
   */
  static void writeAs(LogFormat format) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      ConsoleAppender<ILoggingEvent> appender = writeAs(format, context);
      AsyncAppender patient = new AsyncAppender();
      patient.setContext(context);
      patient.setNeverBlock(true);
      patient.addAppender(appender);
      patient.start();
      Logger access = context.getLogger(AccessLog.class);
      access.detachAndStopAllAppenders();
      access.setAdditive(false);
      access.addAppender(patient);
    }
  }

  /** The same for all but the access log. */
  static ConsoleAppender<ILoggingEvent> writeAs(LogFormat format, LoggerContext context) {
    ConsoleAppender<ILoggingEvent> appender = appender(context, format);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    return appender;
  }

  /** A fault as it would stand in the log, without the end of the line. */
  public static String fault(
      LogFormat format, Class<?> where, String message, Optional<Throwable> cause) {
    Logger logger = new LoggerContext().getLogger(where);
    ILoggingEvent event = new LoggingEvent(
        Logs.class.getName(), logger, Level.ERROR, message, cause.orElse(null), NO_ARGUMENTS);
    return layout(format).doLayout(event).stripTrailing();
  }

  private static Layout<ILoggingEvent> layout(LogFormat format) {
    return format == LogFormat.JSON ? new LogObject() : new LogLine();
  }

  private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context, LogFormat format) {
    Layout<ILoggingEvent> layout = layout(format);
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
