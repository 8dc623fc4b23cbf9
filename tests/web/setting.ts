/** jsdom paints nothing: widths of text are then taken from the number of letters. */
HTMLCanvasElement.prototype.getContext = () => null;
