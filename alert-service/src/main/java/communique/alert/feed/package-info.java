/** Topics read by every instance as a whole: what is on them is the state everybody shares. */
package communique.alert.feed;
