import java.io.FileInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * VeraPdfCheck FILE...: validates each PDF against PDF/UA-1 and PDF/A-3a with veraPDF and prints one line for each file and
 * standard, then each failed rule (clause and test number) with how often it failed and its first place. Exit status 1 when a
 * rule failed. scripts/conformance fetches the library and runs this.
 */
public class VeraPdfCheck {
  private static final PDFAFlavour[] STANDARDS = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A};

  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    int failed = 0;
    for (String file : files) {
      for (PDFAFlavour standard : STANDARDS) failed += failedRules(file, standard);
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private static int failedRules(String file, PDFAFlavour standard) throws Exception {
    try (FileInputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, standard);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, Integer> counts = new TreeMap<>();
      Map<String, String> first = new HashMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = assertion.getRuleId().getClause() + ", test " + assertion.getRuleId().getTestNumber();
        counts.merge(rule, 1, Integer::sum);
        first.putIfAbsent(rule, assertion.getMessage() + " at " + assertion.getLocation().getContext());
      }
      System.out.printf("%s %s: %d failed rules of %d checks%n", file, standard.getId(), counts.size(), result.getTotalAssertions());
      counts.forEach((rule, count) -> System.out.printf("  %s (%d times): %s%n", rule, count, first.get(rule)));
      return counts.size();
    }
  }
}
