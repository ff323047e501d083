package org.offprint.export;

import java.util.Map;

/** The {@code .htaccess} of an export. */
final class ApacheFile {
  private static final String PAGES = """
      # It needs AllowOverride FileInfo Indexes, and mod_alias, mod_dir, mod_headers, mod_rewrite.

      # A page may have the name of the folder with its feeds: /sections/tools is the page.
      DirectorySlash Off
      DirectoryIndex index.html
      RewriteEngine On
      RewriteCond %{REQUEST_FILENAME}.html -f
      RewriteRule [^/]$ %{REQUEST_URI}.html [L]
      RewriteCond %{REQUEST_FILENAME} ^(.+?)/?$
      RewriteCond %1.html -f
      RewriteCond %{REQUEST_URI} ^(.+?)/+$
      """;

  private ApacheFile() {}

  static String write(HostRules rules) {
    StringBuilder text = new StringBuilder(ServerFiles.NOTE)
        .append(PAGES)
        .append("RewriteRule ^ ")
        .append(rules.origin())
        .append("%1 [R=301,L]\n")
        .append("ErrorDocument 404 ")
        .append(HostText.path(rules.missing()))
        .append('\n');
    rules.headers().forEach((kind, headers) -> {
      text.append("\n<FilesMatch \"")
          .append(HostRules.isName(kind) ? "^" : "\\.")
          .append(HostText.expression(kind))
          .append("$\">\n");
      headers.forEach((name, value) -> text.append(directive(name, value)));
      text.append("</FilesMatch>\n");
    });
    // After that of all pages, which it would be lost in.
    text.append("\n<Files ").append(HostText.quoted(Export.MISSING)).append(">\n");
    rules.headersOfMissing().forEach((name, value) -> text.append(directive(name, value)));
    text.append("</Files>\n\n");
    if (rules.hasBareHome()) {
      String bare = rules.home().substring(0, rules.home().length() - 1);
      text.append(redirect(Map.entry(bare, rules.base().toString())));
    }
    rules.redirects().entrySet().forEach(redirect -> text.append(redirect(redirect)));
    return text.toString();
  }

  private static String directive(String name, String value) {
    return name.equals("Content-Type")
        ? "ForceType " + HostText.quoted(value) + "\n"
        : "Header set " + name + " " + HostText.quoted(value.replace("%", "%%")) + "\n";
  }

  private static String redirect(Map.Entry<String, String> redirect) {
    return "RedirectMatch 301 \"^" + HostText.expression(redirect.getKey()) + "$\" "
        + HostText.quotedAddress(redirect.getValue()) + "\n";
  }
}
