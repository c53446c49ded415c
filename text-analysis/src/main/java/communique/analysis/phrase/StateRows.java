package communique.analysis.phrase;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;

/** Makes one of states named in a row that ends in "and": "China, Russia and Iran". */
public final class StateRows {
    private StateRows() {}

    /** The mentions of a sentence with its rows of states joined. */
    public static List<Actor> join(Units units, List<Actor> mentions) {
        List<Actor> joined = new ArrayList<>();
        for (Actor mention : mentions) {
            Actor before = last(joined);
            Actor row = mention;
            boolean joins = before != null && isState(mention) && units.is(before.to(), WordClass.AND);
            while (joins && isState(before) && before.to() == row.from() - 1) {
                joined.remove(joined.size() - 1);
                row = before.with(row);
                before = last(joined);
                joins = before != null && (units.isMark(before.to(), '،') || units.isMark(before.to(), ','));
            }
            joined.add(row);
        }
        return joined;
    }

    private static boolean isState(Actor mention) {
        return mention.type() == ActorType.STATE;
    }

    private static Actor last(List<Actor> mentions) {
        return mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
    }
}
