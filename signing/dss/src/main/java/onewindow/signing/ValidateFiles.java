package onewindow.signing;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Validates PDF files offline with DSS and prints one JSON line a file.
 * Usage: java -jar dss-validator.jar --root root.pem [--crl list.crl]… file.pdf…
 */
public final class ValidateFiles {

  public static void main(String[] arguments) throws Exception {
    CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
    List<InputStream> lists = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--root" -> roots.addCertificate(DSSUtils.loadCertificate(new java.io.File(arguments[++i])));
        case "--crl" -> lists.add(new FileInputStream(arguments[++i]));
        default -> files.add(arguments[i]);
      }
    }
    ExternalResourcesCRLSource crls = new ExternalResourcesCRLSource(lists.toArray(InputStream[]::new));
    for (String file : files) {
      System.out.println(validate(file, roots, crls));
    }
  }

  private static String validate(String file, CommonTrustedCertificateSource roots, ExternalResourcesCRLSource crls) {
    try {
      CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
      verifier.setTrustedCertSources(roots);
      verifier.setCrlSource(crls);
      FileDocument document = new FileDocument(file);
      document.setMimeType(MimeTypeEnum.PDF);
      PDFDocumentValidator validator = new PDFDocumentValidator(document);
      validator.setCertificateVerifier(verifier);
      SimpleReport report = validator.validateDocument().getSimpleReport();
      List<String> signatures = new ArrayList<>();
      for (String id : report.getSignatureIdList()) {
        signatures.add("{\"level\":" + quote(String.valueOf(report.getSignatureFormat(id)))
            + ",\"indication\":" + quote(String.valueOf(report.getIndication(id)))
            + ",\"subIndication\":" + quote(String.valueOf(report.getSubIndication(id)))
            + ",\"errors\":" + list(texts(report.getAdESValidationErrors(id)))
            + ",\"warnings\":" + list(texts(report.getAdESValidationWarnings(id))) + "}");
      }
      return "{\"file\":" + quote(file) + ",\"signatures\":[" + String.join(",", signatures) + "]}";
    } catch (Exception | Error problem) {
      return "{\"file\":" + quote(file) + ",\"signatures\":[],\"problem\":" + quote(String.valueOf(problem)) + "}";
    }
  }

  private static List<String> texts(List<eu.europa.esig.dss.jaxb.object.Message> messages) {
    return messages.stream().map(message -> message.getKey() + ": " + message.getValue()).toList();
  }

  private static String list(List<String> texts) {
    return texts.stream().map(ValidateFiles::quote).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < 0x20) quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  private ValidateFiles() {}
}
