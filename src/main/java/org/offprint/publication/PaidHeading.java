package org.offprint.publication;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
      + "|спонсор(?:а|ы|ов|ский)?|реклам[аы]|рекламный|партн[её]р(?:а|ы|ов|ский)?"
      + "|(?:本[期周週]|我们的|我們的|特别|特別|感谢|感謝)*(?:广告|廣告|推广|推廣|赞助|贊助)(?:商|者|内容|內容|位|时间|時間|推广|推廣|信息)?"
      + "|(?:本日の|今週の|今号の)?(?:スポンサー|スポンサード|広告|プロモーション)(?:枠|様|記事|紹介|のご紹介|からのお知らせ)?");

  /** Those of the words that may stand beside them. */
  private static final Set<String> OTHERS = Set.copyOf(List.of(
      ("a an the our this that today todays s week weeks weekly month monthly issue issues edition"
              + " newsletter from of to by and is word words message messages note thanks thank you many premium main title lead headline"
              + " event events book books webinar webinars course courses talk talks story video podcast offer deal workshop feature announcement"
              + " wird wurde werden unseres veranstaltung evento eventos webinaire livre est es sono jest"
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

  /** The sponsor is ours, whatever else is said of them. */
  private static final Pattern OURS = Pattern.compile(
      "(?:[^-]+-){0,5}(?:our|unser(?:e[mnrs]?)?|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[oi]|onze|nasz|nasi|наш(?:его|и)?)"
          + "-(?:[^-]+-)?(?:sponsor(?:s|en|zy|a)?|partenaires?|patrocinador(?:es)?|спонсор(?:а|ы)?)(?:-[^-]+){0,3}");

  /** The words before the name of somebody who pays. */
  private static final Pattern BY = Pattern.compile(
      "(?iuU)(.*?)\\b(?:(?:sponsored|presented|supported|brought to you) by"
          + "|(?:gesponsert|präsentiert) von|(?:sponsorisée?|présentée?|offerte?) par|(?:patrocinad|presentad|apresentad|oferecid|ofrecid)[oa] por"
          + "|(?:sponsorizzat|presentat|offert)[oa] da|(?:gesponsord|aangeboden) door|sponsorowan[yaei] przez|при поддержке)\\s+(.+)",
      Pattern.DOTALL);

  private static final Pattern NAME_BEHIND =
      Pattern.compile("(.*?)(?:[:：|(（]|\\s[-–—]|—)\\s*+(\\S.*)", Pattern.DOTALL);
  private static final Pattern APPOSITION =
      Pattern.compile("([^,，]*\\s[^,，]*)[,，]\\s*+(\\S.*)", Pattern.DOTALL);
  /** A few words with a capital, a digit or a dot, or some signs of a script without capitals; articles do not count. */
  private static final Pattern NAME = Pattern.compile(
      "(?:(?:the|der|die|das|den|dem|la|le|les|el|los|il|lo|de|het|o|a)\\s+)?"
          + "(?:[^\\p{Ll}\\p{Lo}\\s]\\S*|\\S+\\.\\p{Ll}\\S*|\\p{Lo}{1,4})"
          + "(?:\\s+(?:[^\\p{Ll}\\p{Lo}\\s]\\S*|\\S+\\.\\p{Ll}\\S*|and|und|et|y|e|i|en|&|of|von|de)){0,4}");

  private static final Pattern PAIRS = Pattern.compile("[)）.!🎉]+$");
  /** Those that are as often the topic of what follows. */
  private static final Set<String> TOPICS =
      Set.of("ads", "advertising", "paid", "partners", "promoted");
  /** Those that somebody else may pay for. */
  private static final Set<String> GOODS =
      Set.of("job", "jobs", "link", "links", "post", "posts", "talk", "talks");

  private PaidHeading() {}

  static boolean is(String heading) {
    String slug = Slug.of(heading);
    return isPaid(slug)
        || OURS.matcher(slug).matches()
        || names(BY, heading, PaidHeading::areOthers)
        || names(NAME_BEHIND, heading, before -> !TOPICS.contains(before) && isPaid(before))
        || names(APPOSITION, heading, before -> !TOPICS.contains(before) && isPaid(before));
  }

  /** Returns true if somebody is named behind words of the right kind. */
  private static boolean names(Pattern pattern, String heading, Predicate<String> isRight) {
    Matcher parts = pattern.matcher(heading.strip());
    return parts.matches()
        && isRight.test(parts.group(1).isBlank() ? "" : Slug.of(parts.group(1)))
        && NAME.matcher(PAIRS.matcher(parts.group(2).strip()).replaceAll("")).matches();
  }

  private static boolean isPaid(String slug) {
    List<String> words = List.of(slug.split("-"));
    return words.stream().anyMatch(word -> PAID.matcher(word).matches())
        && words.stream().allMatch(word -> PAID.matcher(word).matches() || isOther(word));
  }

  private static boolean areOthers(String slug) {
    return slug.isEmpty()
        || List.of(slug.split("-")).stream()
            .allMatch(word -> isOther(word) && !GOODS.contains(word));
  }

  private static boolean isOther(String word) {
    return OTHERS.contains(word) || word.chars().allMatch(Character::isDigit);
  }
}
