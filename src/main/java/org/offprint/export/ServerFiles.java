package org.offprint.export;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The hosts of static files that can be told by files how to serve an export. */
public enum ServerFiles {
  /** No host in particular. */
  NONE {
    @Override
    List<File> files() {
      return List.of();
    }
  },
  /** The Apache HTTP Server 2.4. */
  APACHE {
    @Override
    List<File> files() {
      return List.of(new File(".htaccess", ApacheFile::write));
    }
  },
  /** Nginx. */
  NGINX {
    @Override
    List<File> files() {
      return List.of(new File("offprint.nginx.conf", NginxFile::write));
    }
  },
  /** Netlify, and others that read the same files, such as Cloudflare Pages. */
  NETLIFY {
    @Override
    List<File> files() {
      return List.of(
          new File("_headers", NetlifyFiles::headers),
          new File("_redirects", NetlifyFiles::redirects));
    }
  },
  /** GitHub Pages, which would make pages of its own out of the Markdown of issues. */
  GITHUB {
    @Override
    List<File> files() {
      return List.of(new File(".nojekyll", rules -> ""));
    }
  };

  /** How such a file begins, where it can have a comment. */
  static final String NOTE =
      "# Written by \"offprint export\": changes are lost with the next one.\n";

  /** A file and what makes its text. */
  record File(String name, Function<HostRules, String> text) {}

  abstract List<File> files();

  /** As it is given on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
