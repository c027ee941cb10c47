import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * HAPI's instance validator over files: {@code java -cp 'lib/*' Judge.java PACKAGES FILE…}. Prints a line for each error:
 * file, place, message, with tabs between; then a line "judged" for each file.
 */
public class Judge {
  public static void main(String[] arguments) throws Exception {
    FhirContext context = FhirContext.forR4();
    FhirValidator validator = context.newValidator();
    validator.registerValidatorModule(new FhirInstanceValidator(support(context, Path.of(arguments[0]))));
    for (int index = 1; index < arguments.length; index++) {
      String file = arguments[index];
      for (SingleValidationMessage message :
          validator.validateWithResult(Files.readString(Path.of(file))).getMessages()) {
        String severity = message.getSeverity().getCode();
        if (!severity.equals("error") && !severity.equals("fatal")) continue;
        String said = message.getMessage().replaceAll("\\s+", " ");
        System.out.println(String.join("\t", "error", file, message.getLocationString(), said));
      }
      System.out.println(String.join("\t", "judged", file));
    }
  }

  /** Base R4, the guides in a folder, and a terminology service that knows no more than these. */
  private static IValidationSupport support(FhirContext context, Path folder) throws Exception {
    IParser parser = context.newJsonParser();
    PrePopulatedValidationSupport guides = new PrePopulatedValidationSupport(context);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.tgz")) {
      for (Path file : files) {
        NpmPackage guide = NpmPackage.fromPackage(Files.newInputStream(file));
        for (String name : guide.listResources("StructureDefinition", "ValueSet", "CodeSystem")) {
          guides.addResource(
              parser.parseResource(
                  new InputStreamReader(guide.load("package", name), StandardCharsets.UTF_8)));
        }
      }
    }
    UnknownCodeSystemWarningValidationSupport unknown =
        new UnknownCodeSystemWarningValidationSupport(context);
    unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
    return new ValidationSupportChain(
        new DefaultProfileValidationSupport(context),
        guides,
        new CommonCodeSystemsTerminologyService(context),
        new InMemoryTerminologyServerValidationSupport(context),
        new SnapshotGeneratingValidationSupport(context),
        unknown);
  }
}
