package io.queuejob.doctest.around;

/** For pages that take nothing for granted. */
public abstract class Nothing {}
