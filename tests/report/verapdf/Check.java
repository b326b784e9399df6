import java.io.File;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Check files against profiles; one line for each pair: file, profile, rules, checks, rules that failed. */
public final class Check {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        String[] names = arguments[0].split(",");
        for (int place = 1; place < arguments.length; place++) {
            for (String name : names) {
                String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
                ValidationProfile profile = Profiles.profileFromXml(Check.class.getResourceAsStream(path));
                File file = new File(arguments[place]);
                try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
                    ValidationResult result = validator.validate(parser);
                    String failed = result.getFailedChecks().keySet().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .map(rule -> rule.getClause() + "-" + rule.getTestNumber())
                        .collect(Collectors.joining(" "));
                    System.out.println(String.join("\t", file.getName(), name,
                        Integer.toString(profile.getRules().size()), Integer.toString(result.getTotalAssertions()),
                        failed));
                }
            }
        }
    }
}
