package org.offprint.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offprint.settings.Printable;
import org.slf4j.event.KeyValuePair;

/**
 * One event of the log as one line: {@code time=… level=info logger=Newsroom msg="…" issues=12}. Whatever is
 * logged, it stays one line with one value per key: control characters, quotes and backslashes are escaped.
 * Thread-safe.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final char DELETE = '\u007F';

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder("time=")
        .append(event.getInstant().truncatedTo(ChronoUnit.MILLIS))
        .append(" level=")
        .append(event.getLevel().toString().toLowerCase(Locale.ROOT))
        .append(" logger=")
        .append(value(simpleName(event.getLoggerName())));
    add(line, "msg", event.getFormattedMessage());
    for (KeyValuePair pair :
        Optional.ofNullable(event.getKeyValuePairs()).orElse(List.<KeyValuePair>of())) {
      add(line, pair.key, String.valueOf(pair.value));
    }
    Optional.ofNullable(event.getThrowableProxy())
        .ifPresent(
            fault -> add(line, "fault", ThrowableProxyUtil.asString(fault).strip()));
    return line.append('\n').toString();
  }

  static String simpleName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static void add(StringBuilder line, String key, String text) {
    line.append(' ').append(key).append('=').append(value(text));
  }

  /** A value that is plain stands as it is, any other in quotes. */
  static String value(String text) {
    boolean isPlain = !text.isEmpty()
        && text.chars().allMatch(c -> c > ' ' && c < DELETE && c != '"' && c != '=' && c != '\\');
    return isPlain ? text : quoted(text);
  }

  /** In quotes, as JSON has it too. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      Printable.append(quoted, c);
    }
    return quoted.append('"').toString();
  }
}
