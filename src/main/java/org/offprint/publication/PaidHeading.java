package org.offprint.publication;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.issue.Slug;

/**
 * The headings that say in ten languages and more that somebody pays: "Sponsor", "Sponsored by Acme", "A word from our sponsor". A longer
 * sentence with such a word is news.
 */
final class PaidHeading {
  /** Slugs of the words of which one is enough. */
  private static final Pattern PAID = Pattern.compile("sponsor(?:s|ed|ship|ships|en|zy|a|i)?"
      + "|ads?|adverts?|advertisements?|advertorials?|advertising|promoted|paid|partners?"
      + "|(?:werbe)?anzeigen?|werbung|werbeblock|werbepartner|reklame|gesponsert(?:e[rsnm]?)?"
      + "|publicites?|publi(?:reportage|redactionnel)|sponsorise(?:e?s?)|commandit(?:es?|aires?)|partenaires?"
      + "|patrocin(?:ios?|ad[oa]s?|ador(?:[ae]s|a)?)|publicidade?|publieditorial|parceir[oa]s?"
      + "|sponsorizzat[oaie]|sponsorizzazion[ei]|pubblicita|inserzion[ei]"
      + "|advertenties?|reclame|gesponsorde?|reklam[ay]|reklamow[ay]|sponsorowan[yaei]|partner(?:zy|a)"
      + "|спонсор(?:а|ы|ов|ский)?|реклам[аы]|рекламный|партн[её]р(?:а|ы|ов)?"
      + "|(?:本[期周週]|我们的|我們的|特别|特別|感谢|感謝)*(?:广告|廣告|推广|推廣|赞助|贊助)(?:商|者|内容|內容|位|时间|時間|推广|推廣|信息)?"
      + "|(?:本日の|今週の|今号の)?(?:スポンサー|スポンサード|広告|プロモーション)(?:枠|様|記事|紹介|のご紹介|からのお知らせ)?");

  /** Those of the words that may stand beside them. */
  private static final Set<String> OTHERS = Set.copyOf(List.of(
      ("a an the our this that today todays s week weeks weekly month monthly issue issues edition"
              + " newsletter from of to by and is word words message messages note thanks thank you many premium main title lead headline"
              + " featured gold silver bronze platinum diamond top content post posts link links job jobs section break slot spot"
              + " unser unsere unserer unserem unseren der die das den dem des dieser diese ein eine einem wort von vom woche ausgabe danke an inhalt inhalte"
              + " beitrag beitrage artikel"
              + " notre nos le la les l un une mot de du cette semaine numero merci contenu contenus article articles lien liens"
              + " nuestro nuestra nuestros nuestras el los las del esta este semana edicion contenido contenidos articulo articulos enlace enlaces"
              + " mensaje palabra gracias nosso nossa nossos nossas o os as do da dos das edicao conteudo artigo mensagem"
              + " il lo gli i nostro nostri dal della di questa settimana contenuto contenuti articolo articoli"
              + " onze het deze van een bericht inhoud nasz nasi naszego tego tygodnia numeru od material artykul tresc tresci wpis wspolpraca"
              + " наш наши нашего от на правах материал блок недели выпуска")
          .split(" ")));

  /** The adjectives that make any other two words paid ones. */
  private static final Pattern ADJECTIVE = Pattern.compile(
      "(?:sponsored|gesponserte[rsnm]?|gesponsorde|sponsorowan[yaei])(?:-[^-]+){1,2}"
          + "|(?:[^-]+-){1,2}(?:sponsorisee?s?|patrocinad[oa]s?|sponsorizzat[oaie]|sponsorowan[yaei])");

  /** The words before the name of somebody who pays. */
  private static final Pattern BY = Pattern.compile(
      "(.*?)-?\\b(?:(?:sponsored|presented|supported|brought-to-you)-by"
          + "|(?:gesponsert|prasentiert)-von|(?:sponsorisee?|presentee?|offerte?)-par|(?:patrocinad|presentad|apresentad|oferecid|ofrecid)[oa]-por"
          + "|(?:sponsorizzat|presentat|offert)[oa]-da|(?:gesponsord|aangeboden)-door|sponsorowan[yaei]-przez|при-поддержке)(?:-.+)?");

  private static final Pattern NAME_BEHIND =
      Pattern.compile("(.*?)(?:[:：|(（]|\\s[-–—]|—)\\s*+\\S.*", Pattern.DOTALL);
  private static final Pattern APPOSITION =
      Pattern.compile("([^,，]*\\s[^,，]*)[,，]\\s*+\\S.*", Pattern.DOTALL);
  /** Those that are as often the topic of what follows. */
  private static final Set<String> TOPICS =
      Set.of("ads", "advertising", "paid", "partners", "promoted");

  private PaidHeading() {}

  static boolean is(String heading) {
    String slug = Slug.of(heading);
    Matcher by = BY.matcher(slug);
    return isPaid(slug)
        || ADJECTIVE.matcher(slug).matches()
        || (by.matches() && areOthers(by.group(1)))
        || List.of(NAME_BEHIND, APPOSITION).stream()
            .map(pattern -> pattern.matcher(heading))
            .filter(Matcher::matches)
            .map(found -> Slug.of(found.group(1)))
            .anyMatch(before -> !TOPICS.contains(before) && isPaid(before));
  }

  private static boolean isPaid(String slug) {
    List<String> words = List.of(slug.split("-"));
    return words.stream().anyMatch(word -> PAID.matcher(word).matches())
        && words.stream().allMatch(word -> PAID.matcher(word).matches() || isOther(word));
  }

  private static boolean areOthers(String slug) {
    return slug.isEmpty() || List.of(slug.split("-")).stream().allMatch(PaidHeading::isOther);
  }

  private static boolean isOther(String word) {
    return OTHERS.contains(word) || word.chars().allMatch(Character::isDigit);
  }
}
