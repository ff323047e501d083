package org.offprint.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The {@code _headers} and {@code _redirects} that Netlify and Cloudflare Pages read. Rules add up there: what
 * is said for every file must not be said again for some.
 */
final class NetlifyFiles {
  private static final String PAGE = "html";
  /** Pages are asked for again after each deployment, which is what those hosts do best by themselves. */
  private static final Set<String> LEFT_TO_THE_HOST = Set.of("Content-Type", "Cache-Control");

  private NetlifyFiles() {}

  static String headers(HostRules rules) {
    Map<String, String> common = new LinkedHashMap<>(rules.headers().getOrDefault(PAGE, Map.of()));
    common.keySet().removeAll(LEFT_TO_THE_HOST);
    String home = HostText.path(rules.home());
    StringBuilder text = new StringBuilder(ServerFiles.NOTE).append(rule(home + "*", common));
    rules.headers().forEach((kind, headers) -> {
      if (!kind.equals(PAGE)) {
        Map<String, String> own = new LinkedHashMap<>(headers);
        own.keySet().removeAll(common.keySet());
        text.append(rule(home + (HostRules.isName(kind) ? "" : "*.") + kind, own));
      }
    });
    return text.toString();
  }

  private static String rule(String path, Map<String, String> headers) {
    StringBuilder text = new StringBuilder(path).append('\n');
    headers.forEach((name, value) ->
        text.append("  ").append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  /** A slash at the end does not matter there. */
  static String redirects(HostRules rules) {
    StringBuilder text = new StringBuilder(ServerFiles.NOTE);
    rules.redirects().forEach((path, target) -> {
      if (path.equals("/") || !path.endsWith("/")) {
        // A colon behind a slash would name a part of the path.
        String plain = target.replace("/:", "/%3A");
        text.append(HostText.path(path)).append(' ').append(plain).append(" 301\n");
      }
    });
    return text.toString();
  }
}
