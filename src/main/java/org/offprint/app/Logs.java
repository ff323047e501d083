package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;
import org.offprint.settings.ServerSettings.LogFormat;
import org.offprint.settings.ServerSettings.LogLevel;
import org.slf4j.LoggerFactory;

/**
 * The configuration of Logback, which finds this class as a service and calls it before the first event. Reading the same from an XML
 * file makes every start slower. {@code -Dlogback.configurationFile} replaces the levels set here.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logs extends ContextAwareBase implements Configurator {
  private static final String OTHER_FILE = "logback.configurationFile";
  private static final Object[] NO_ARGUMENTS = {};

  /** Escapes the quotes and backslashes of a text. */
  private static final String ESCAPED = "{'([\"\\\\])','\\\\$1'}";

  /** A message, the pairs and the exception if there are any, each value in quotes. */
  private static final String EVENT = "msg=\"%replace(%msg)" + ESCAPED + "\""
      + "%replace( %kvp){' $',''}"
      + "%replace( fault=\"%replace(%ex)" + ESCAPED + "\"){' fault=\"\"',''}";

  /** One event on one line: line breaks become {@code \n}, other control and format characters a question mark. */
  private static final String LINE =
      "time=%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} level=%level logger=%logger{0} "
          + "%replace(%replace(" + EVENT + "){'\\R\\t?','\\\\n'}){'[\\p{C}\\p{Zl}\\p{Zp}]','?'}"
          + "%nopex%n";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(OTHER_FILE) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
    // Malformed requests would fill the log.
    context.getLogger("org.eclipse.jetty.http").setLevel(Level.ERROR);
    context.getLogger("org.eclipse.jetty.util.HostPort").setLevel(Level.ERROR);
    // The server logs the same in its own words, and the database of the hub does so once.
    // twice a second, once.
    context.getLogger("io.javalin").setLevel(Level.OFF);
    context.getLogger("com.github.kagkarlsson").setLevel(Level.OFF);
    context.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
    var unused = writeAs(LogFormat.TEXT, context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * Writes all further events to standard error. Lines of the access log are dropped while standard error is slow: the threads that
   * answer must not wait.
   *
   * @param level the least one of our own events; those of libraries stay as they are
   */
  static void write(LogFormat format, LogLevel level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("org.offprint").setLevel(Level.valueOf(level.name()));
      AsyncAppender access = new AsyncAppender();
      access.setContext(context);
      access.setNeverBlock(true);
      access.addAppender(writeAs(format, context));
      access.start();
      Logger logger = context.getLogger(AccessLog.class);
      logger.detachAndStopAllAppenders();
      logger.setAdditive(false);
      // It has a setting of its own.
      logger.setLevel(Level.INFO);
      logger.addAppender(access);
    }
  }

  private static ConsoleAppender<ILoggingEvent> writeAs(LogFormat format, LoggerContext context) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(format, context));
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    return appender;
  }

  /** Returns the line of an error as the log has it, for a start that fails before or while the log is configured. */
  public static String fault(
      LogFormat format, Class<?> where, String message, Optional<Throwable> cause) {
    LoggerContext context = new LoggerContext();
    ILoggingEvent event = new LoggingEvent(
        Logs.class.getName(),
        context.getLogger(where),
        Level.ERROR,
        message,
        cause.orElse(null),
        NO_ARGUMENTS);
    return new String(encoder(format, context).encode(event), UTF_8).stripTrailing();
  }

  static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
    return format == LogFormat.JSON ? json(context) : text(context);
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(UTF_8);
    encoder.setPattern(LINE);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithMDC(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }
}
