/** The grammar of Russian: the forms of its words, who is named, who speaks. */
package communique.analysis.russian;
