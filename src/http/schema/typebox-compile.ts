// What is used of typebox with the first request; one file as well.

export { Compile } from 'typebox/compile'
