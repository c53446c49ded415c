package communique.schemas;

import communique.schemas.v1.RawArticle;
import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro, which since 1.12.2 instantiates trusted classes only, that the generated records of this module are. */
public final class AvroTrust {
    private static final String RECORDS = RawArticle.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> RECORDS.equals(type.getPackageName())));
    }

    private AvroTrust() {}

    /** Has run once this class is initialised; call it before the first record is built or read. */
    public static void ensure() {}
}
