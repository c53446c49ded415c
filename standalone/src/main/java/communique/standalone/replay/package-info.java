/** {@code communique replay}: an archive of articles, sent again at a pace. */
package communique.standalone.replay;
