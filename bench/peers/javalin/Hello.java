import io.javalin.Javalin;

/** One line of text by Javalin alone, under the feed's path: {@code java -cp … Hello PORT}. */
public final class Hello {
  private Hello() {}

  public static void main(String[] arguments) {
    Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.get("/feed.atom", request -> request.result("one line of text\n"));
        })
        .start("127.0.0.1", Integer.parseInt(arguments[0]));
  }
}
