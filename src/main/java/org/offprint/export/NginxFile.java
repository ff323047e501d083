package org.offprint.export;

import java.util.Map;

/** What a {@code server} block of nginx includes to serve an export. */
final class NginxFile {
  private static final String PAGE = "html";

  private NginxFile() {}

  static String write(HostRules rules) {
    StringBuilder text = new StringBuilder(ServerFiles.NOTE)
        .append("# Include it in a server block with a root below which ")
        .append(HostText.path(rules.home()))
        .append(" is this folder.\n\n");
    String pages = headers(rules.headers().getOrDefault(PAGE, Map.of()), "");
    String missing = "error_page 404 " + name(rules.missing()) + ";\n";
    // Headers of an error need a word more.
    text.append(location(
        "= " + name(rules.missing()),
        "internal;\n" + type(rules.headersOfMissing())
            + headers(rules.headersOfMissing(), " always")));
    if (!rules.redirects().containsKey(rules.home())) {
      text.append(location(
          "= " + name(rules.home()),
          "try_files " + name(rules.home() + "index.html") + " =404;\n" + pages));
    }
    // A page may have the name of the folder with its feeds: /sections/tools is the page.
    text.append(location(
        name(rules.home()),
        "rewrite ^(/.*[^/])/+$ " + rules.origin() + "$1 permanent;\n"
            + "try_files $uri $uri.html =404;\n" + missing + pages));
    rules.headers().forEach((kind, headers) -> {
      if (!kind.equals(PAGE)) {
        text.append(file(rules, kind, missing, headers));
      }
    });
    if (rules.hasBareHome()) {
      String bare = rules.home().substring(0, rules.home().length() - 1);
      text.append(redirect(bare, rules.base().toString()));
    }
    rules.redirects().forEach((path, target) -> text.append(redirect(path, target)));
    return text.toString();
  }

  private static String file(
      HostRules rules, String kind, String missing, Map<String, String> headers) {
    String any = HostRules.isName(kind) ? "" : ".*\\.";
    String expression =
        "^" + HostText.expression(rules.home()) + any + HostText.expression(kind) + "$";
    return location("~ \"" + expression + "\"", type(headers) + missing + headers(headers, ""));
  }

  private static String type(Map<String, String> headers) {
    String type = headers.getOrDefault("Content-Type", "");
    return "types { }\ndefault_type " + HostText.quoted(type) + ";\ncharset off;\n";
  }

  private static String redirect(String path, String target) {
    return "location = " + name(path) + " { return 301 " + HostText.quotedAddress(target) + "; }\n";
  }

  private static String location(String what, String directives) {
    return "location " + what + " {\n" + directives.indent(2) + "}\n";
  }

  private static String headers(Map<String, String> headers, String when) {
    StringBuilder text = new StringBuilder();
    headers.forEach((name, value) -> {
      if (!name.equals("Content-Type")) {
        text.append("add_header ").append(name).append(' ').append(HostText.quoted(value));
        text.append(when).append(";\n");
      }
    });
    return text.toString();
  }

  private static String name(String path) {
    return HostText.quoted(path);
  }
}
