package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.http.AccessEvent;
import org.offprint.http.AccessEvent.Route;
import org.offprint.settings.ServerSettings.LogFormat;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** An event of the log is one line, whatever its text contains. */
final class LogsTest {
  private static final Instant MOMENT = Instant.parse("2026-06-01T10:00:00.123456Z");

  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("org.offprint.app.Newsroom");

  private LoggingEvent event(String message, Object... arguments) {
    LoggingEvent event = new LoggingEvent("", logger, Level.INFO, message, null, arguments);
    event.setInstant(MOMENT);
    return event;
  }

  private String line(ILoggingEvent event) {
    return line(LogFormat.TEXT, event);
  }

  private String line(LogFormat format, ILoggingEvent event) {
    return new String(Logs.encoder(format, context).encode(event), UTF_8);
  }

  @Test
  void saysTimeLevelLoggerAndMessage() {
    assertThat(line(event("{} issues read", 12)))
        .isEqualTo(
            "time=2026-06-01T10:00:00.123Z level=INFO logger=Newsroom msg=\"12 issues read\"\n");
  }

  @Test
  void keysFollowTheMessage() {
    LoggingEvent event = event("answered");
    event.addKeyValuePair(new KeyValuePair("status", 200));
    event.addKeyValuePair(new KeyValuePair("agent", "a\nb"));

    assertThat(line(event)).endsWith(" msg=\"answered\" status=\"200\" agent=\"a\\nb\"\n");
  }

  @Test
  void faultIsOnTheSameLine() {
    LoggingEvent event = new LoggingEvent(
        "", logger, Level.ERROR, "it failed", new IllegalStateException("first\nsecond"), null);
    event.setInstant(MOMENT);

    assertThat(line(event))
        .contains("level=ERROR", " fault=\"java.lang.IllegalStateException: first\\nsecond\\nat ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nlevel=error msg=forged",
        "a\r\nb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "\u001b[2J",
        "a\u0000b",
        "\u202eb",
        "\" level=error msg=\"forged",
        "\\",
      })
  void nothingInAMessageEndsTheLineOrTheValue(String message) {
    String line = line(event("{}", message));

    assertThat(line.substring(0, line.length() - 1).chars())
        .noneMatch(
            c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\u202e');
    assertThat(line)
        .matches("(?s)time=\\S+ level=INFO logger=Newsroom msg=\"(?:[^\"\\\\]|\\\\.)*\"\n");
  }

  @Test
  void faultCannotEndItsValue() {
    LoggingEvent event = new LoggingEvent(
        "", logger, Level.ERROR, "it failed", new IllegalStateException("\" level=\"INFO"), null);

    assertThat(line(event)).contains("IllegalStateException: \\\" level=\\\"INFO");
  }

  @Test
  void clientCannotEndAValueOfTheAccessLog() {
    Logger access = (Logger) LoggerFactory.getLogger(AccessLog.class);
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    access.addAppender(events);
    try {
      new AccessLog(1)
          .answered(new AccessEvent(
              "GET",
              "/\"",
              Route.OTHER,
              404,
              "identity",
              0,
              0,
              Optional.of("x\\\" client=\"10.0.0.1"),
              () -> false,
              () -> false,
              InetAddress::getLoopbackAddress));
    } finally {
      access.detachAppender(events);
    }

    assertThat(line(events.list.get(0)))
        .contains(" path=\"/'\" ")
        .endsWith(" client=\"127.0.0.1\" agent=\"x'' client='10.0.0.1\"\n");
  }

  /** The same as one JSON object. */
  @Nested
  final class AsJson {
    private JsonObject object(ILoggingEvent event) {
      String line = line(LogFormat.JSON, event);
      assertThat(line).endsWith("}\n").hasLineCount(1);
      return JsonParser.parseString(line).getAsJsonObject();
    }

    @Test
    void keysAreThoseOfLogback() {
      LoggingEvent event = event("answered");
      event.setThreadName("main");
      event.addKeyValuePair(new KeyValuePair("status", 200));
      event.addKeyValuePair(new KeyValuePair("agent", "a \"b\""));

      assertThat(object(event).toString())
          .isEqualTo("{\"timestamp\":1780308000123,\"level\":\"INFO\",\"threadName\":\"main\","
              + "\"loggerName\":\"org.offprint.app.Newsroom\","
              + "\"kvpList\":[{\"status\":\"200\"},{\"agent\":\"a \\\"b\\\"\"}],"
              + "\"formattedMessage\":\"answered\",\"throwable\":null}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"a\nb", "a\u0085b", "a\u009bb", "a\u2028b", "\u001b[2J", "\u202eb", "\"}", "\\"})
    void valuesStayWhatTheyAre(String message) {
      assertThat(object(event("{}", message)).get("formattedMessage").getAsString())
          .isEqualTo(message);
    }
  }

  @Nested
  final class Setup {
    @Test
    void isWhatTheLoggingLibraryFinds() {
      assertThat(ServiceLoader.load(Configurator.class)).anyMatch(Logs.class::isInstance);
    }

    @Test
    void logsOnlyWhatConcernsTheOperator() {
      assertThat(new Logs().configure(context))
          .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

      assertThat(context.getLogger("ROOT").iteratorForAppenders().next())
          .isInstanceOf(ConsoleAppender.class);
      assertThat(logger.isInfoEnabled()).isTrue();
      assertThat(logger.isDebugEnabled()).isFalse();
      Logger jetty = context.getLogger("org.eclipse.jetty.server.Server");
      assertThat(jetty.isInfoEnabled()).isFalse();
      assertThat(jetty.isWarnEnabled()).isTrue();
      assertThat(context.getLogger("org.eclipse.jetty.http.HttpParser").isWarnEnabled())
          .isFalse();
      assertThat(context.getLogger("io.javalin.Javalin").isErrorEnabled()).isFalse();
    }
  }
}
