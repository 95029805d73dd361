package io.queuejob.console.openid;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/** The provider's public keys, and signatures by them: RSA and elliptic curves of the platform. */
final class SigningKeys {
  /**
   * Names in tokens, and those of the JDK. A token without signature, or by a shared secret: no.
   */
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "RS256", "SHA256withRSA",
          "RS384", "SHA384withRSA",
          "RS512", "SHA512withRSA",
          "ES256", "SHA256withECDSAinP1363Format",
          "ES384", "SHA384withECDSAinP1363Format");

  private static final Map<String, String> CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1");

  private SigningKeys() {}

  /** Whether a text was signed by one of the keys, by its id if the token names one. */
  static boolean haveSigned(JsonObject keys, JsonObject header, byte[] text, byte[] signature)
      throws OpenIdException {
    String algorithm = ALGORITHMS.get(header.getString("alg", "none"));
    if (algorithm == null) {
      throw OpenIdException.token(
          "a signature by one of " + ALGORITHMS.keySet(), header.getString("alg", "none"));
    }
    String id = header.getString("kid", null);
    String type = algorithm.endsWith("RSA") ? "RSA" : "EC";
    for (JsonObject key : keys.getJsonArray("keys").getValuesAs(JsonObject.class)) {
      boolean meant = id == null || id.equals(key.getString("kid", null));
      if (meant
          && type.equals(key.getString("kty", ""))
          && isSigned(key, algorithm, text, signature)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSigned(JsonObject key, String algorithm, byte[] text, byte[] signature)
      throws OpenIdException {
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(key.getString("kty").equals("RSA") ? rsa(key) : curve(key));
      check.update(text);
      return check.verify(signature);
    } catch (java.security.SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new OpenIdException(
          "QJ7311 OpenID Connect: expected a public key that can be read, found one that cannot: "
              + e.getMessage(),
          e);
    }
  }

  private static PublicKey rsa(JsonObject key) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
  }

  private static PublicKey curve(JsonObject key) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVES.getOrDefault(key.getString("crv"), "unknown")));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(number(key, "x"), number(key, "y")),
                parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(JsonObject key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.getString(name)));
  }
}
