// Opens the channel to the desk and wires its signals to the editor.
import { openBridge } from './bridge.ts';
import { Editor } from './editor.ts';
import '../content.css';
import '../editor.css';

openBridge((bridge) => {
  const editor = new Editor(document.getElementById('editor')!, bridge);
  bridge.load.connect((...args) => editor.load(...args));
  bridge.replace.connect((json, generation, sequence, request) => editor.replace({ json, generation, sequence, request }));
  bridge.resend.connect(() => editor.resend());
  bridge.flush.connect((request) => editor.flush(request));
  bridge.setReadOnly.connect((readOnly) => editor.setReadOnly(readOnly));
  bridge.command.connect((name, args) => editor.command(name, args));
  bridge.find.connect((request) => editor.find(request));
  bridge.put.connect((json) => editor.put(json));
  bridge.forgetUndo.connect(() => editor.forgetUndo());
  bridge.setHead.connect((height) => editor.setHead(height));
  bridge.scrollTo.connect((y) => window.scrollTo(0, y));
  bridge.insertFigure.connect((...args) => editor.insertFigure(...args));
  bridge.offerFigures.connect((...args) => editor.offerFigures(...args));
  bridge.takePicture.connect((...args) => editor.takePicture(...args));
  bridge.refusePicture.connect((offer) => editor.refusePicture(offer));
  bridge.refreshPicture.connect((media) => editor.refreshPicture(media));
  bridge.setStrings.connect((strings) => editor.setStrings(strings));
  bridge.setTheme.connect((properties, isDark) => editor.setTheme(properties, isDark));
  bridge.ready();
});
