package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

/** One event is one line, whatever is in it. */
final class LogLineTest {
  private static final Instant MOMENT = Instant.parse("2026-06-01T10:00:00.123456Z");

  private final Logger logger = new LoggerContext().getLogger("org.offprint.app.Newsroom");

  private LoggingEvent event(String message, Object... arguments) {
    LoggingEvent event = new LoggingEvent("", logger, Level.INFO, message, null, arguments);
    event.setInstant(MOMENT);
    return event;
  }

  private static String line(ILoggingEvent event) {
    return new LogLine().doLayout(event);
  }

  @Test
  void saysTimeLevelLoggerAndMessage() {
    assertThat(line(event("{} issues read", 12)))
        .isEqualTo(
            "time=2026-06-01T10:00:00.123Z level=info logger=Newsroom msg=\"12 issues read\"\n");
  }

  @Test
  void keysFollowTheMessage() {
    LoggingEvent event = event("answered");
    event.addKeyValuePair(new KeyValuePair("status", 200));
    event.addKeyValuePair(new KeyValuePair("agent", "a \"b\""));

    assertThat(line(event)).endsWith(" msg=answered status=200 agent=\"a \\\"b\\\"\"\n");
  }

  @Test
  void faultIsOnTheSameLine() {
    LoggingEvent event = new LoggingEvent(
        "", logger, Level.ERROR, "it failed", new IllegalStateException("first\nsecond"), null);
    event.setInstant(MOMENT);

    assertThat(line(event))
        .contains(
            "level=error", " fault=\"java.lang.IllegalStateException: first\\nsecond\\n\\tat ")
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
        .matches("(?s)time=\\S+ level=info logger=Newsroom msg=\"(?:[^\"\\\\]|\\\\.)*\"\n");
  }

  @ParameterizedTest
  @CsvSource({"plain, plain", "'', '\"\"'", "a b, '\"a b\"'", "a=b, '\"a=b\"'", "é, '\"é\"'"})
  void plainValuesNeedNoQuotes(String value, String written) {
    assertThat(LogLine.value(value)).isEqualTo(written);
  }

  /** The same as one JSON object. */
  @Nested
  final class AsJson {
    private static JsonObject object(ILoggingEvent event) {
      String line = new LogObject().doLayout(event);
      assertThat(line).endsWith("}\n").hasLineCount(1);
      assertThat(line.substring(0, line.length() - 1).chars())
          .noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u202e');
      return JsonParser.parseString(line).getAsJsonObject();
    }

    @Test
    void keysAreThoseOfTheLineAndNumbersAreNumbers() {
      LoggingEvent event = event("answered");
      event.addKeyValuePair(new KeyValuePair("status", 200));
      event.addKeyValuePair(new KeyValuePair("agent", "a \"b\""));

      assertThat(object(event).toString())
          .isEqualTo(
              "{\"time\":\"2026-06-01T10:00:00.123Z\",\"level\":\"info\",\"logger\":\"Newsroom\","
                  + "\"msg\":\"answered\",\"status\":200,\"agent\":\"a \\\"b\\\"\"}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"a\nb", "a\u0085b", "a\u009bb", "a\u2028b", "\u001b[2J", "\u202eb", "\"}", "\\"})
    void valuesStayWhatTheyAre(String message) {
      assertThat(object(event("{}", message)).get("msg").getAsString()).isEqualTo(message);
    }
  }
}
