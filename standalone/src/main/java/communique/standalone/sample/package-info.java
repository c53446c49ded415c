/** Sample news of our own, served as a feed, so that a machine without internet shows the whole thing at work. */
package communique.standalone.sample;
