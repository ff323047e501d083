package org.offprint.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/**
 * One event of the log as one JSON object on a line of its own, with the keys of {@link LogLine}; numbers are
 * numbers. Nothing in it can end the line or reach a terminal.
 */
final class LogObject extends LayoutBase<ILoggingEvent> {
  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder object = new StringBuilder("{\"time\":")
        .append(LogLine.quoted(event.getInstant().truncatedTo(ChronoUnit.MILLIS).toString()));
    add(object, "level", event.getLevel().toString().toLowerCase(Locale.ROOT));
    add(object, "logger", LogLine.simpleName(event.getLoggerName()));
    add(object, "msg", event.getFormattedMessage());
    for (KeyValuePair pair :
        Optional.ofNullable(event.getKeyValuePairs()).orElse(List.<KeyValuePair>of())) {
      add(object, pair.key, pair.value);
    }
    Optional.ofNullable(event.getThrowableProxy())
        .ifPresent(
            fault -> add(object, "fault", ThrowableProxyUtil.asString(fault).strip()));
    return object.append("}\n").toString();
  }

  private static void add(StringBuilder object, String key, Object value) {
    boolean isWhole = value instanceof Integer || value instanceof Long;
    object
        .append(',')
        .append(LogLine.quoted(key))
        .append(':')
        .append(isWhole ? value.toString() : LogLine.quoted(String.valueOf(value)));
  }
}
