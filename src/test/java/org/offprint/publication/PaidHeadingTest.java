package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaidHeadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "en = Sponsor; SPONSORS; Sponsored; 💸 Sponsor; 🙏 Our sponsors; Sponsor 2; Sponsorship; Ad; Ads; Advertisement; Advertorial; Promoted; Partners",
        "en = Sponsored by Acme; This issue is sponsored by Acme; Presented by Acme; Brought to you by Acme; Sponsored event; Sponsored book; Paid content"
            + "; Sponsored content",
        "en = From our sponsor, Acme; A word from our sponsors; This week's sponsor; Thanks to our sponsors; Sponsor: Acme; Sponsor – Acme; Sponsor of the week"
            + "; Platinum sponsors; From our sponsor Acme; A huge thanks to our sponsor; A quick word from our sponsors; Our amazing sponsors; Ad: Acme Cloud"
            + "; Sponsored by the Acme Foundation; Sponsored by acme.io",
        "de = Anzeige; Anzeigen; Anzeige: Acme; Werbung; Sponsoren; Unser Sponsor; Sponsor der Woche; Gesponsert von Acme; Gesponserter Beitrag; Präsentiert von Acme"
            + "; Ein Wort unseres Sponsors; Diese Ausgabe wird gesponsert von Acme",
        "fr = Publicité; Sponsorisé; Contenu sponsorisé; Notre sponsor; Nos partenaires; Le sponsor de la semaine; Sponsorisé par Acme; Article sponsorisé",
        "es = Patrocinado; Patrocinador; Patrocinadores; Publicidad; Patrocinado por Acme; Nuestro patrocinador; Contenido patrocinado; Patrocinador de la semana",
        "it = Sponsorizzato; Pubblicità; Sponsor; Il nostro sponsor; Sponsorizzato da Acme; Contenuto sponsorizzato; Lo sponsor della settimana",
        "nl = Gesponsord; Advertentie; Advertenties; Onze sponsors; Gesponsord door Acme; Sponsor van de week; Gesponsorde inhoud; Reclame",
        "pl = Reklama; Sponsorowane; Sponsor; Sponsorzy; Artykuł sponsorowany; Sponsorowane przez Acme; Nasz sponsor; Partnerzy; Materiał partnera",
        "pt = Publicidade; Patrocínio; Patrocinadores; Patrocinado por Acme; Nosso patrocinador; Conteúdo patrocinado; Parceiros",
        "ru = Реклама; РЕКЛАМА; Спонсор; Спонсоры; Наш спонсор; Спонсор выпуска; На правах рекламы; При поддержке Acme; Реклама: Acme; Партнёры; Партнёрский материал",
        "zh = 广告; 廣告; 赞助; 赞助商; 贊助商; 本期赞助; 本期赞助商; 广告:Acme; 推广; 赞助内容",
        "ja = 広告; スポンサー; 今週のスポンサー; スポンサー:Acme"
      })
  void isSponsoredInTenLanguagesWithoutSettings(String language, String headings) {
    assertThat(headings.split("; "))
        .allSatisfy(
            heading -> assertThat(SectionVocabulary.EMPTY.sectionOf(heading).isSponsored())
                .as(language + ": " + heading)
                .isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "en = News; Adding things; Headers; Ad blockers improved; Sponsoring open source; How to sponsor open source; Sponsor an open source project",
        "en = GitHub Sponsors; Sponsors leave the fair; Sponsored research is in doubt again; Fair sponsored by tobacco is off; Ads: what they know about you",
        "en = Jobs supported by AI; AD (active directory); Ad – hoc tools; Sponsored malware campaign; Sponsored attacks; Presented by students: talks",
        "xx = Publicité : la CNIL sanctionne Google; Werbung: Google ändert Regeln; Реклама: новый закон; 广告: 谷歌的新政策; Aangeboden door leden"
            + "; Offert par la communauté",
        "en = Advertising, tracking and you; Partners in crime; Ad hoc networks; Word of the week; The state of ads",
        "de = Werbung im Netz; Neue Regeln für Anzeigen; Die Anzeige am Fenster; Partnerschaft; Sponsoring im Sport; Wort der Woche",
        "fr = La publicité en ligne recule; Les partenaires sociaux négocient; Mot de la semaine",
        "es = Publicidad en la red; Los patrocinadores se marchan; Palabra de la semana",
        "it = La pubblicità sui social cala; Gli sponsor lasciano la fiera",
        "nl = Reclame op internet; Advertenties blokkeren",
        "pl = Reklama w internecie; Partnerzy handlowi Polski",
        "pt = Publicidade na rede; Parceiros comerciais do Brasil",
        "ru = Реклама в интернете; Новости IT; Спонсоры покидают выставку; Слово недели",
        "zh = 谷歌广告业务下滑; 广告拦截器更新; 新闻",
        "ja = 広告ブロッカー; スポンサーが撤退"
      })
  void isNewsIfTheWordStandsInALongerSentence(String language, String headings) {
    assertThat(headings.split("; "))
        .allSatisfy(
            heading -> assertThat(SectionVocabulary.EMPTY.sectionOf(heading).isSponsored())
                .as(language + ": " + heading)
                .isFalse());
  }
}
