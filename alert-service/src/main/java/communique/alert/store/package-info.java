/** Records out of the heap: what is kept to be looked at is on the local disk, however much it is. */
package communique.alert.store;
