package io.queuejob.example.orderdesk.data;

import java.util.List;
import java.util.Random;

/** Names of people and firms in the scripts that customers write. */
final class CustomerNames {
  /** Names of people: given names, what stands between, family names. */
  private record People(List<String> first, String between, List<String> second) {
    String next(Random random) {
      return pick(random, first) + between + pick(random, second);
    }
  }

  private static final List<People> SCRIPTS =
      List.of(
          people("Anna,Jonas,Mary,Paul,Ruth,Tom", " ", "Baker,Meyer,Smith,Rossi,Costa,Novak"),
          people("Zoë,Jürgen,Łukasz,Søren,Renée,İpek", " ", "Müller,Šimková,Núñez,Ørsted,Őri"),
          people("Ольга,Дмитро,Ивана,Сергей,Њежана", " ", "Петрова,Шевченко,Јовановић,Щукин"),
          people("Ελένη,Γιώργος,Δήμητρα,Νίκος", " ", "Παπαδόπουλος,Γεωργίου,Αγγελίδης"),
          people("ليلى,محمد,فاطمة,يوسف", " ", "الحسيني,حداد,بن علي,المصري"),
          people("נועה,דוד,מרים,יונתן", " ", "כהן,לוי,בן־דוד,מזרחי"),
          people("王,李,陳,張,歐陽", "", "小明,麗華,偉,志強,雪"),
          people("佐藤,鈴木,タナカ,やまだ", " ", "ゆき,はなこ,ケンジ,さくら"),
          people("김,이,박,최,남궁", "", "민준,서연,지우,하늘"),
          people("आरव,दीपिका,प्रिया,संजय", " ", "शर्मा,गुप्ता,कृष्णन,सिंह"));

  private static final List<String> FIRMS =
      List.of(
          "Baker, Meyer & Sons",
          "\"The Quill\" Stationers, Ltd.",
          "O'Neil & O'Brien",
          "Smith <office@smith.example>",
          "Müller, Schmidt und Söhne GmbH & Co. KG",
          "ООО «Ромашка», Москва",
          "株式会社「文具屋」",
          "École \"Les Érables\", Montréal",
          "=Formula Paper=",
          "Ångström; Öberg / Åkesson");

  private CustomerNames() {}

  private static People people(String first, String between, String second) {
    return new People(List.of(first.split(",", -1)), between, List.of(second.split(",", -1)));
  }

  /** A firm for one order of eight, else a person; every script as often as any other. */
  static String next(Random random) {
    return random.nextInt(8) == 0
        ? pick(random, FIRMS)
        : SCRIPTS.get(random.nextInt(SCRIPTS.size())).next(random);
  }

  private static String pick(Random random, List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
