/** The contract of the system: topics, what they carry, and how it is read and written. */
package communique.schemas;
