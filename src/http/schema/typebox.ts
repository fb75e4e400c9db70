// What is used of typebox at the start. The build makes one file of it: as a package it is hundreds, and reading them took a
// quarter of the time until the server is ready.

export { Type } from 'typebox'
