package communique.schemas;

import communique.schemas.state.Story;
import communique.schemas.v1.RawArticle;
import java.util.Set;
import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro, which since 1.12.2 instantiates trusted classes only, that the generated records of this module are. */
public final class AvroTrust {
    private static final Set<String> RECORDS = Set.of(RawArticle.class.getPackageName(), Story.class.getPackageName());

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> RECORDS.contains(type.getPackageName())));
    }

    private AvroTrust() {}

    /** Has run once this class is initialised; call it before the first record is built or read. */
    public static void ensure() {}
}
