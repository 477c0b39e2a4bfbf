<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>ChecklistText</name>
    <message>
        <source>The title is over its limit of %1 characters</source>
        <translation>Tiêu đề vượt quá %1 ký tự</translation>
    </message>
    <message>
        <source>The subtitle is over its limit of %1 characters</source>
        <translation>Tiêu đề phụ vượt quá %1 ký tự</translation>
    </message>
    <message>
        <source>The lead is over its limit of %1 characters</source>
        <translation>Sapo vượt quá %1 ký tự</translation>
    </message>
    <message>
        <source>The source is over its limit of %1 characters</source>
        <translation>Nguồn vượt quá %1 ký tự</translation>
    </message>
    <message>
        <source>The correction is over its limit of %1 characters</source>
        <translation>Nội dung đính chính vượt quá %1 ký tự</translation>
    </message>
    <message>
        <source>Too many tags, or one that is too long</source>
        <translation>Quá nhiều từ khóa hoặc có từ khóa quá dài</translation>
    </message>
    <message>
        <source>Too many names, or one that is too long</source>
        <translation>Quá nhiều tác giả hoặc có tên quá dài</translation>
    </message>
    <message>
        <source>The text is longer or nested deeper than an article may be</source>
        <translation>Nội dung dài hơn hoặc lồng sâu hơn mức cho phép của một bài</translation>
    </message>
    <message>
        <source>The title has two wordings</source>
        <translation>Tiêu đề có hai cách viết</translation>
    </message>
    <message>
        <source>The subtitle has two wordings</source>
        <translation>Tiêu đề phụ có hai cách viết</translation>
    </message>
    <message>
        <source>The lead has two wordings</source>
        <translation>Sapo có hai cách viết</translation>
    </message>
    <message>
        <source>The source has two wordings</source>
        <translation>Nguồn có hai cách viết</translation>
    </message>
    <message>
        <source>The correction has two wordings</source>
        <translation>Nội dung đính chính có hai cách viết</translation>
    </message>
    <message>
        <source>The text has places with two wordings</source>
        <translation>Trong bài có chỗ hai cách viết</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>Chưa có tiêu đề</translation>
    </message>
    <message>
        <source>No section chosen</source>
        <translation>Chưa chọn chuyên mục</translation>
    </message>
    <message>
        <source>Parts of a newer version, which cannot be shown here: update this PC</source>
        <translation>Có phần của phiên bản mới hơn, máy này chưa hiển thị được: hãy cập nhật chương trình</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>chưa có ảnh</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>chưa có mô tả</translation>
    </message>
    <message>
        <source>no caption</source>
        <translation>chưa có chú thích</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>chưa ghi nguồn</translation>
    </message>
    <message>
        <source>No lead yet</source>
        <translation>Chưa có sapo</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Chưa có nội dung</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>Chưa có từ khóa</translation>
    </message>
    <message>
        <source>No author and no source yet</source>
        <translation>Chưa có tác giả, cũng chưa ghi nguồn</translation>
    </message>
    <message>
        <source>The title is long: over %1 characters</source>
        <translation>Tiêu đề dài: quá %1 ký tự</translation>
    </message>
    <message>
        <source>The lead is long: over %1 characters</source>
        <translation>Sapo dài: quá %1 ký tự</translation>
    </message>
    <message>
        <source>Link %1 leads nowhere or has no words</source>
        <translation>Liên kết %1 hỏng hoặc không có chữ</translation>
    </message>
    <message>
        <source>Readers are not told yet what is corrected this time</source>
        <translation>Chưa có nội dung đính chính lần này cho bạn đọc</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>Ảnh %1: %2</translation>
    </message>
    <message>
        <source>Link %1 names another site than the one it leads to</source>
        <translation>Liên kết %1 ghi tên một trang nhưng dẫn đến trang khác</translation>
    </message>
</context>
<context>
    <name>DeskStatus</name>
    <message>
        <source>Not signed in: sign in again</source>
        <translation>Chưa đăng nhập: bấm để đăng nhập lại</translation>
    </message>
    <message>
        <source>You can go on writing; nothing is sent until you sign in again.</source>
        <translation>Vẫn viết bài được; chương trình chỉ gửi đi sau khi đăng nhập lại.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Đã kết nối</translation>
    </message>
    <message>
        <source>Connected to the server. Click to work offline.</source>
        <translation>Đã kết nối với máy chủ. Bấm để làm việc ngoại tuyến.</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Đang làm việc ngoại tuyến</translation>
    </message>
    <message>
        <source>You chose to work offline. Click to connect again.</source>
        <translation>Đang ở chế độ ngoại tuyến. Bấm để kết nối lại.</translation>
    </message>
    <message>
        <source>No connection: working offline</source>
        <translation>Mất kết nối: đang làm việc ngoại tuyến</translation>
    </message>
    <message>
        <source>Reconnecting automatically. Click to try now.</source>
        <translation>Chương trình sẽ tự kết nối lại. Bấm để thử ngay.</translation>
    </message>
    <message>
        <source>Downloading: %1%</source>
        <translation>Đang tải về: %1%</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>You can go on writing meanwhile.</source>
        <translation>Trong lúc chờ vẫn viết bài được.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused by the server</source>
        <translation>
            <numerusform>Máy chủ không nhận %Ln mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to resolve</source>
        <translation>
            <numerusform>%Ln mục cần xử lý</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to see why and resolve it.</source>
        <translation>Bấm để xem lý do và xử lý.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting to be sent</source>
        <translation>
            <numerusform>%Ln mục chờ gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this PC and sent automatically. Click to see what is waiting.</source>
        <translation>Đã lưu trên máy này và sẽ tự gửi. Bấm để xem các mục chờ gửi.</translation>
    </message>
    <message>
        <source>Up to date: %1</source>
        <translation>Cập nhật gần nhất: %1</translation>
    </message>
    <message>
        <source>Last full sync: %1</source>
        <translation>Lần gần nhất máy này nhận đủ dữ liệu từ máy chủ: %1</translation>
    </message>
    <message>
        <source>Online, but not all goes out</source>
        <translation>Đã kết nối, nhưng có mục chưa gửi được</translation>
    </message>
    <message>
        <source>Set the clock of this PC. Hours of publishing go by the server's.</source>
        <translation>Hãy chỉnh lại đồng hồ máy này. Giờ đăng bài tính theo giờ máy chủ.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>This PC's clock is %1 fast</source>
        <translation>Đồng hồ máy này nhanh %1</translation>
    </message>
    <message>
        <source>This PC's clock is %1 slow</source>
        <translation>Đồng hồ máy này chậm %1</translation>
    </message>
</context>
<context>
    <name>EditorStrings</name>
    <message>
        <source>Write here, or paste from Word.</source>
        <translation>Viết nội dung ở đây hoặc dán từ Word.</translation>
    </message>
    <message>
        <source>Caption: who, what, where, when</source>
        <translation>Chú thích: ai, việc gì, ở đâu, khi nào</translation>
    </message>
    <message>
        <source>Description for readers who cannot see the picture (alt text)</source>
        <translation>Mô tả ảnh cho người khiếm thị</translation>
    </message>
    <message>
        <source>What the picture shows, in one sentence</source>
        <translation>Viết một câu: trong ảnh có ai, có gì</translation>
    </message>
    <message>
        <source>The description is missing: screen readers have nothing to say.</source>
        <translation>Chưa có mô tả: trình đọc màn hình không có gì để đọc.</translation>
    </message>
    <message>
        <source>Picture credit</source>
        <translation>Nguồn ảnh</translation>
    </message>
    <message>
        <source>Photographer or source</source>
        <translation>Người chụp hoặc nguồn</translation>
    </message>
    <message>
        <source>Wider than the text</source>
        <translation>Ảnh khổ rộng</translation>
    </message>
    <message>
        <source>No picture here yet.</source>
        <translation>Chỗ này chưa có ảnh.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Adding the picture…</source>
        <translation>Đang thêm ảnh…</translation>
    </message>
    <message>
        <source>This picture is not on this PC yet.</source>
        <translation>Ảnh này chưa tải về máy.</translation>
    </message>
    <message>
        <source>Picture details</source>
        <translation>Thông tin ảnh</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>Nội dung bài</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A picture is still being taken in and is not in the text yet. Wait until it is there; if you leave once more, the article stays without it.</source>
        <translation>Ảnh đang được nhận vào, chưa có trong bài. Hãy chờ đến khi ảnh hiện ra; nếu rời bài lần nữa, bài sẽ không có ảnh này.</translation>
    </message>
    <message>
        <source>The account name or the password is wrong. Check both and try again.</source>
        <translation>Tên tài khoản hoặc mật khẩu không đúng. Hãy kiểm tra và nhập lại.</translation>
    </message>
    <message>
        <source>There were too many attempts. Wait a few minutes, then try again.</source>
        <translation>Đã thử quá nhiều lần. Hãy đợi vài phút rồi thử lại.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; what you wrote is saved on this PC.</source>
        <translation>Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại; nội dung đã viết vẫn lưu trên máy này.</translation>
    </message>
    <message>
        <source>This account is disabled. Contact your administrator.</source>
        <translation>Tài khoản này đã bị khóa. Hãy liên hệ quản trị viên.</translation>
    </message>
    <message>
        <source>This program and the server have different versions. Update the older one; nothing is lost.</source>
        <translation>Chương trình và máy chủ khác phiên bản. Hãy cập nhật bên cũ hơn; dữ liệu không bị mất.</translation>
    </message>
    <message>
        <source>The server is older than this program and cannot do this yet. Ask the administrator to update it, then try again.</source>
        <translation>Máy chủ cũ hơn chương trình này nên chưa làm được việc này. Hãy liên hệ quản trị viên để cập nhật máy chủ rồi thử lại.</translation>
    </message>
    <message>
        <source>This is not a server address. It looks like https://toasoan.example.vn or http://192.168.1.10:8080.</source>
        <translation>Đây không phải là địa chỉ máy chủ. Địa chỉ có dạng https://toasoan.example.vn hoặc http://192.168.1.10:8080.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network; your work is saved on this PC and will be sent automatically.</source>
        <translation>Không kết nối được với máy chủ. Hãy kiểm tra mạng; nội dung đã viết vẫn lưu trên máy này và sẽ tự gửi khi có kết nối.</translation>
    </message>
    <message>
        <source>Confirm that the article contains no state secrets, then submit it again.</source>
        <translation>Chưa có cam kết bài không chứa bí mật nhà nước. Hãy đánh dấu cam kết rồi gửi duyệt lại.</translation>
    </message>
    <message>
        <source>The article has no title yet. Write one, then try again.</source>
        <translation>Bài chưa có tiêu đề. Hãy nhập tiêu đề rồi thử lại.</translation>
    </message>
    <message>
        <source>No section is chosen yet. Choose one, then try again.</source>
        <translation>Chưa chọn chuyên mục. Hãy chọn rồi thử lại.</translation>
    </message>
    <message>
        <source>You may not write for this section. Choose another one, or ask the administrator.</source>
        <translation>Tài khoản này không có quyền viết cho chuyên mục đã chọn. Hãy chọn chuyên mục khác hoặc liên hệ quản trị viên.</translation>
    </message>
    <message>
        <source>Two people changed the same words. Choose one wording at each marked place, then try again.</source>
        <translation>Có chỗ hai người cùng sửa. Hãy chọn một cách viết ở mỗi chỗ được đánh dấu rồi thử lại.</translation>
    </message>
    <message>
        <source>A picture of the article has not arrived yet. Wait until all pictures are sent, then try again.</source>
        <translation>Còn ảnh chưa gửi xong lên máy chủ. Hãy đợi gửi hết ảnh rồi thử lại.</translation>
    </message>
    <message>
        <source>Picture %1 of the text belongs to an article that you may not open, so it cannot be used here. Take it out, or add your own file.</source>
        <translation>Không dùng được ảnh thứ %1 trong bài, vì ảnh này thuộc một bài mà tài khoản không được mở. Hãy gỡ ảnh ra hoặc thêm tệp ảnh của mình.</translation>
    </message>
    <message>
        <source>A picture of the text belongs to an article that you may not open, so it cannot be used here. Take it out, or add your own file.</source>
        <translation>Không dùng được một ảnh trong bài, vì ảnh này thuộc một bài mà tài khoản không được mở. Hãy gỡ ảnh ra hoặc thêm tệp ảnh của mình.</translation>
    </message>
    <message>
        <source>This step needs a reason. Write one, then try again.</source>
        <translation>Bước này cần có lý do. Hãy ghi lý do rồi thử lại.</translation>
    </message>
    <message>
        <source>The article has moved on, or your role does not allow this step. Check its state, or ask the secretary or the chair.</source>
        <translation>Bài đã chuyển sang bước khác, hoặc vai trò của tài khoản này không được thực hiện bước này. Hãy xem trạng thái của bài hoặc liên hệ Thư ký, Trưởng ban.</translation>
    </message>
    <message>
        <source>The article has moved on, and this step is no longer possible. Check its new state.</source>
        <translation>Bài đã chuyển sang bước khác nên không thực hiện được bước này nữa. Hãy xem trạng thái mới của bài.</translation>
    </message>
    <message>
        <source>That version of the article is not here. Connect to the server, then try again.</source>
        <translation>Máy này không có phiên bản đó của bài. Hãy kết nối với máy chủ rồi thử lại.</translation>
    </message>
    <message>
        <source>There is a newer version of the article. Read it, then decide again.</source>
        <translation>Bài đã có phiên bản mới hơn. Hãy đọc phiên bản đó trước khi quyết định.</translation>
    </message>
    <message>
        <source>The article is not the one you read: it was changed meanwhile. Read it again, then decide.</source>
        <translation>Bài vừa được sửa, không còn đúng như phiên bản đã đọc. Hãy đọc lại trước khi quyết định.</translation>
    </message>
    <message>
        <source>This version has not been approved. Have it approved first.</source>
        <translation>Phiên bản này chưa được duyệt. Hãy trình lãnh đạo duyệt trước.</translation>
    </message>
    <message>
        <source>The hour was set while this PC&apos;s clock was wrong, so it was not sent. Look at the hour, and schedule the article again.</source>
        <translation>Giờ đăng được hẹn khi đồng hồ máy này chạy sai nên chưa được gửi. Hãy xem lại giờ rồi hẹn lại.</translation>
    </message>
    <message>
        <source>This time is not valid. Choose a time in the future, within ten years.</source>
        <translation>Thời điểm này không hợp lệ. Hãy chọn một thời điểm sau lúc này, trong vòng 10 năm.</translation>
    </message>
    <message>
        <source>The article is no longer there.</source>
        <translation>Bài này không còn nữa. Hãy quay về danh sách.</translation>
    </message>
    <message>
        <source>The article cannot be found, or you no longer have access to it.</source>
        <translation>Không tìm thấy bài này, hoặc tài khoản này không còn quyền xem. Hãy quay về danh sách.</translation>
    </message>
    <message>
        <source>The title is too long. Shorten it to 300 characters.</source>
        <translation>Tiêu đề quá dài. Hãy rút gọn còn tối đa 300 ký tự.</translation>
    </message>
    <message>
        <source>The subtitle is too long. Shorten it to 300 characters.</source>
        <translation>Tiêu đề phụ quá dài. Hãy rút gọn còn tối đa 300 ký tự.</translation>
    </message>
    <message>
        <source>The lead is too long. Shorten it to 3,000 characters.</source>
        <translation>Sapo quá dài. Hãy rút gọn còn tối đa 3.000 ký tự.</translation>
    </message>
    <message>
        <source>There are too many tags, or one is too long. Keep at most 30, of 60 characters each.</source>
        <translation>Có quá nhiều từ khóa hoặc có từ khóa quá dài. Hãy giữ tối đa 30 từ khóa, mỗi từ khóa không quá 60 ký tự.</translation>
    </message>
    <message>
        <source>The program is open already, but does not answer. Wait a moment; if that does not help, end it (or restart this PC) and start it again.</source>
        <translation>Chương trình đang mở nhưng không phản hồi. Hãy chờ một lát; nếu vẫn vậy, hãy kết thúc chương trình (hoặc khởi động lại máy) rồi mở lại.</translation>
    </message>
    <message>
        <source>The source is too long. Shorten it to 500 characters.</source>
        <translation>Nguồn quá dài. Hãy rút ngắn còn 500 ký tự.</translation>
    </message>
    <message>
        <source>There are too many authors, or a name is too long. Keep at most 30, of 120 characters each.</source>
        <translation>Có quá nhiều tác giả hoặc có tên quá dài. Hãy giữ tối đa 30 tên, mỗi tên không quá 120 ký tự.</translation>
    </message>
    <message>
        <source>Somebody else chose another section meanwhile, and that choice stands. Check the section, and choose again if needed.</source>
        <translation>Trong lúc đó người khác đã chọn chuyên mục khác, và lựa chọn ấy được giữ. Hãy kiểm tra chuyên mục, chọn lại nếu cần.</translation>
    </message>
    <message>
        <source>There is one of these already, and there is only one. Change that one.</source>
        <translation>Mục này chỉ có một và đã có sẵn. Hãy sửa mục đó.</translation>
    </message>
    <message>
        <source>This genre is not in use any more. Choose another one.</source>
        <translation>Thể loại này không còn dùng. Hãy chọn thể loại khác.</translation>
    </message>
    <message>
        <source>Somebody else chose another genre meanwhile, and that choice stands. Check the genre, and choose again if needed.</source>
        <translation>Trong lúc đó người khác đã chọn thể loại khác, và lựa chọn ấy được giữ. Hãy kiểm tra thể loại, chọn lại nếu cần.</translation>
    </message>
    <message>
        <source>The article is too long. Divide it into two, or shorten it.</source>
        <translation>Bài quá dài. Hãy rút gọn hoặc tách thành hai bài.</translation>
    </message>
    <message>
        <source>The article has parts that were written with a newer version of this program and cannot be shown here. Update this PC, read the article, then approve it.</source>
        <translation>Bài có phần được viết bằng phiên bản mới hơn của chương trình, máy này chưa hiển thị được. Hãy cập nhật chương trình trên máy này, đọc lại bài rồi duyệt.</translation>
    </message>
    <message>
        <source>The article was written with a newer version of this program. Update this PC to edit it.</source>
        <translation>Bài được viết bằng phiên bản mới hơn của chương trình. Hãy cập nhật chương trình trên máy này để sửa bài.</translation>
    </message>
    <message>
        <source>The text contains something that no article may have. Undo the last change, or paste it as plain text.</source>
        <translation>Bài có nội dung không hợp lệ. Hãy hoàn tác lần sửa gần nhất, hoặc dán lại bằng lệnh “Dán không kèm định dạng”.</translation>
    </message>
    <message>
        <source>This file is not a picture, or its format is not supported. Choose a JPEG, PNG or WebP file.</source>
        <translation>Tệp này không phải là ảnh hoặc không đúng định dạng. Hãy chọn tệp JPEG, PNG hoặc WebP.</translation>
    </message>
    <message>
        <source>The picture is too large. Make it smaller, then add it again.</source>
        <translation>Ảnh quá lớn. Hãy thu nhỏ rồi thêm lại.</translation>
    </message>
    <message>
        <source>The picture&apos;s colours cannot be read. Open it in a picture program, save it as a JPEG or PNG file, then add that file.</source>
        <translation>Không đọc được màu của ảnh. Hãy mở ảnh bằng phần mềm xem ảnh, lưu thành tệp JPEG hoặc PNG rồi thêm tệp đó.</translation>
    </message>
    <message>
        <source>The picture takes too long to read. Open it in a picture program, save it as a new JPEG file, then add that file.</source>
        <translation>Ảnh mất quá nhiều thời gian để đọc. Hãy mở ảnh bằng phần mềm xem ảnh, lưu thành tệp JPEG mới rồi thêm tệp đó.</translation>
    </message>
    <message>
        <source>The picture file is damaged or incomplete. Choose another copy of it.</source>
        <translation>Tệp ảnh bị hỏng hoặc không đầy đủ. Hãy chọn bản khác của ảnh này.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it is still there.</source>
        <translation>Không đọc được tệp. Hãy kiểm tra tệp còn ở chỗ cũ không.</translation>
    </message>
    <message>
        <source>The picture was damaged in transit. Send it again.</source>
        <translation>Ảnh bị lỗi khi gửi. Hãy gửi lại.</translation>
    </message>
    <message>
        <source>The picture cannot be used. Choose another one.</source>
        <translation>Không dùng được ảnh này. Hãy chọn ảnh khác.</translation>
    </message>
    <message>
        <source>The data folder cannot be used. Check that it exists and that you may write to it.</source>
        <translation>Không dùng được thư mục dữ liệu. Hãy kiểm tra thư mục có tồn tại và tài khoản trên máy này có quyền ghi không.</translation>
    </message>
    <message>
        <source>The data on this PC was last used by a newer version of this program. Install that version; nothing was changed.</source>
        <translation>Dữ liệu trên máy này thuộc phiên bản mới hơn của chương trình. Hãy cài phiên bản đó; dữ liệu chưa bị thay đổi.</translation>
    </message>
    <message>
        <source>Another program is using the data on this PC. Close it, then try again.</source>
        <translation>Một chương trình khác đang dùng dữ liệu trên máy này. Hãy đóng chương trình đó rồi thử lại.</translation>
    </message>
    <message>
        <source>Something you entered is not valid. Check it and try again.</source>
        <translation>Có thông tin nhập chưa hợp lệ. Hãy kiểm tra và nhập lại.</translation>
    </message>
    <message>
        <source>You do not have permission to do this. Contact your administrator.</source>
        <translation>Tài khoản này không có quyền thực hiện việc này. Hãy liên hệ quản trị viên.</translation>
    </message>
    <message>
        <source>This item cannot be found.</source>
        <translation>Không tìm thấy mục này. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>This item no longer exists.</source>
        <translation>Mục này không còn nữa. Hãy tải lại danh sách.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this. Look at the current version, then try again.</source>
        <translation>Có người vừa thay đổi nội dung này. Hãy xem nội dung hiện tại rồi thử lại.</translation>
    </message>
    <message>
        <source>This is too large. Make it smaller, then try again.</source>
        <translation>Nội dung này quá lớn. Hãy thu gọn rồi thử lại.</translation>
    </message>
    <message>
        <source>This version of the program cannot do that. Update it, then try again.</source>
        <translation>Phiên bản này của chương trình chưa hỗ trợ thao tác đó. Hãy cập nhật chương trình rồi thử lại.</translation>
    </message>
    <message>
        <source>The data was damaged on its way. Try again.</source>
        <translation>Dữ liệu bị lỗi khi truyền. Hãy thử lại.</translation>
    </message>
    <message>
        <source>The server is busy. The program will try again automatically.</source>
        <translation>Máy chủ đang bận. Chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>Too many pictures of this account are being sent at once. The others follow by themselves.</source>
        <translation>Tài khoản này đang gửi quá nhiều ảnh cùng lúc. Các ảnh còn lại sẽ tự gửi sau.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>Ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi thử lại.</translation>
    </message>
    <message>
        <source>Saved data cannot be read. Tell the administrator before you continue.</source>
        <translation>Không đọc được dữ liệu đã lưu. Hãy báo quản trị viên trước khi làm tiếp.</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Try again; if it happens again, tell the administrator.</source>
        <translation>Chương trình gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.</translation>
    </message>
    <message>
        <source>The picture cannot be saved on this PC. Check the disk, then add it again.</source>
        <translation>Không lưu được ảnh trên máy này. Hãy kiểm tra ổ đĩa rồi thêm lại.</translation>
    </message>
    <message>
        <source>The server did not accept an earlier step of this article. Resolve that step in the outbox first.</source>
        <translation>Máy chủ không nhận một bước trước đó của bài này. Hãy xử lý bước đó trong mục Chờ gửi trước.</translation>
    </message>
    <message>
        <source>This is being sent and can no longer be withdrawn. Wait until it is done.</source>
        <translation>Mục này đang được gửi nên không rút lại được. Hãy đợi gửi xong.</translation>
    </message>
    <message>
        <source>This is no longer in the outbox; there is nothing to resolve.</source>
        <translation>Mục này không còn trong danh sách chờ gửi; không cần xử lý nữa.</translation>
    </message>
    <message>
        <source>Another program on this PC is using the portal&apos;s port. If Tòa Soạn is already open, use that window; otherwise start it with another port.</source>
        <translation>Số cổng mạng (port) dành cho cổng thông tin đã có chương trình khác dùng trên máy này. Nếu Tòa Soạn đang mở sẵn, hãy dùng cửa sổ đó; nếu không, chạy lại với số cổng mạng khác.</translation>
    </message>
    <message>
        <source>This article still lacks something that the board wants before approval. Complete it, then approve it.</source>
        <translation>Bài còn thiếu nội dung mà Ban Biên tập yêu cầu trước khi duyệt. Hãy bổ sung rồi duyệt.</translation>
    </message>
    <message>
        <source>no title</source>
        <translation>chưa có tiêu đề</translation>
    </message>
    <message>
        <source>no section</source>
        <translation>chưa chọn chuyên mục</translation>
    </message>
    <message>
        <source>no lead</source>
        <translation>chưa có sapo</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>chưa có nội dung</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>chưa có từ khóa</translation>
    </message>
    <message>
        <source>no author</source>
        <translation>chưa có tác giả</translation>
    </message>
    <message>
        <source>a long title</source>
        <translation>tiêu đề dài</translation>
    </message>
    <message>
        <source>a long lead</source>
        <translation>sapo dài</translation>
    </message>
    <message>
        <source>no correction text</source>
        <translation>thiếu nội dung đính chính</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) with two wordings</source>
        <translation>
            <numerusform>%Ln chỗ có hai cách viết</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) over the limits</source>
        <translation>
            <numerusform>%Ln phần vượt giới hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of a newer version</source>
        <translation>
            <numerusform>%Ln phần của phiên bản mới hơn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln figure(s) without a picture</source>
        <translation>
            <numerusform>%Ln khung ảnh chưa có ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a description</source>
        <translation>
            <numerusform>%Ln ảnh chưa có mô tả</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a caption</source>
        <translation>
            <numerusform>%Ln ảnh chưa có chú thích</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a credit</source>
        <translation>
            <numerusform>%Ln ảnh chưa ghi nguồn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead or empty link(s)</source>
        <translation>
            <numerusform>%Ln liên kết hỏng hoặc trống</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) to another site than named</source>
        <translation>
            <numerusform>%Ln liên kết dẫn đến trang khác với tên ghi</numerusform>
        </translation>
    </message>
    <message>
        <source>The editor does not answer, so nothing was done: what was typed last could be missing. Wait a moment, check the text, then try again.</source>
        <translation>Khung soạn thảo không phản hồi nên chương trình chưa làm gì, vì nội dung vừa gõ có thể còn thiếu. Hãy chờ một lát, kiểm tra nội dung rồi thử lại.</translation>
    </message>
    <message>
        <source>The correction is too long. Shorten it to 2,000 characters.</source>
        <translation>Nội dung đính chính quá dài. Hãy rút gọn còn tối đa 2.000 ký tự.</translation>
    </message>
    <message>
        <source>The data lies on a shared disk, and a program on another PC is using it. Close it there, then try again. If that PC was switched off, ask an administrator to remove the files desk.lock and workstation.lock.</source>
        <translation>Dữ liệu nằm trên ổ đĩa dùng chung và đang được một chương trình trên máy khác sử dụng. Hãy đóng chương trình ở máy đó rồi thử lại. Nếu máy đó đã tắt, hãy liên hệ quản trị viên để xóa hai tệp desk.lock và workstation.lock.</translation>
    </message>
    <message>
        <source>This text is larger than any that this program has written, so it cannot be shown here. Nothing in it was altered; tell the administrator.</source>
        <translation>Nội dung này lớn hơn mức chương trình đọc được nên không hiển thị được ở đây; nội dung không bị thay đổi. Hãy báo quản trị viên.</translation>
    </message>
    <message>
        <source>Another entry says the same. Change this one, then save it again.</source>
        <translation>Đã có mục khác trùng nội dung này. Hãy sửa mục này rồi lưu lại.</translation>
    </message>
    <message>
        <source>Two people changed the same field. Choose one value, then save again.</source>
        <translation>Hai người cùng sửa một ô. Hãy chọn một nội dung rồi lưu lại.</translation>
    </message>
    <message>
        <source>This entry is not here any more, or this account may no longer see it.</source>
        <translation>Mục này không còn ở đây, hoặc tài khoản này không còn được xem mục này.</translation>
    </message>
    <message>
        <source>Somebody else has changed this entry meanwhile. Look at it, then try again.</source>
        <translation>Mục này vừa có người khác sửa. Hãy xem lại rồi thử lại.</translation>
    </message>
    <message>
        <source>This entry is too long. Shorten it, then save it again.</source>
        <translation>Mục này quá dài. Hãy rút ngắn rồi lưu lại.</translation>
    </message>
    <message>
        <source>Something in this entry is missing or cannot be taken. Open it, complete it and save it again.</source>
        <translation>Mục này còn thiếu hoặc có nội dung không lưu được. Hãy mở mục, bổ sung rồi lưu lại.</translation>
    </message>
    <message>
        <source>This register is not known here any more. Ask the administrator; what you wrote is kept on this PC.</source>
        <translation>Danh mục này không còn dùng ở đây. Hãy liên hệ quản trị viên; nội dung đã nhập vẫn lưu trên máy này.</translation>
    </message>
</context>
<context>
    <name>NewsText</name>
    <message>
        <source>%1 returned it</source>
        <translation>%1 trả lại</translation>
    </message>
    <message>
        <source>%1 rejected it</source>
        <translation>%1 từ chối</translation>
    </message>
    <message>
        <source>%1 approved it</source>
        <translation>%1 đã duyệt</translation>
    </message>
    <message>
        <source>The correction is on the portal</source>
        <translation>Đã đăng đính chính trên cổng</translation>
    </message>
    <message>
        <source>It is on the portal</source>
        <translation>Đã đăng trên cổng</translation>
    </message>
    <message>
        <source>It could not be published at its hour</source>
        <translation>Không đăng được vào giờ đã hẹn</translation>
    </message>
    <message>
        <source>%1 took it down</source>
        <translation>%1 gỡ bài</translation>
    </message>
    <message>
        <source>%1 opened it for correction</source>
        <translation>%1 mở để đính chính</translation>
    </message>
    <message>
        <source>%1 took the decision back</source>
        <translation>%1 thu hồi quyết định</translation>
    </message>
    <message>
        <source>%1 returned %2.</source>
        <translation>%1 đã trả lại bài %2.</translation>
    </message>
    <message>
        <source>%1 rejected %2.</source>
        <translation>%1 đã từ chối bài %2.</translation>
    </message>
    <message>
        <source>%1 approved %2.</source>
        <translation>%1 đã duyệt bài %2.</translation>
    </message>
    <message>
        <source>The correction of %2 is on the portal.</source>
        <translation>Đã đăng đính chính của bài %2 trên cổng.</translation>
    </message>
    <message>
        <source>%2 is on the portal.</source>
        <translation>Đã đăng bài %2 trên cổng.</translation>
    </message>
    <message>
        <source>%1 took %2 down.</source>
        <translation>%1 đã gỡ bài %2.</translation>
    </message>
    <message>
        <source>%1 opened %2 for correction.</source>
        <translation>%1 đã mở bài %2 để đính chính.</translation>
    </message>
    <message>
        <source>%1 took back the decision on %2.</source>
        <translation>%1 đã thu hồi quyết định về bài %2.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Một người khác</translation>
    </message>
    <message>
        <source>an article without a title</source>
        <translation>chưa có tiêu đề</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
    <message>
        <source>%1 submitted %2.</source>
        <translation>%1 đã gửi duyệt bài %2.</translation>
    </message>
    <message>
        <source>%1 withdrew %2.</source>
        <translation>%1 đã rút lại bài %2.</translation>
    </message>
    <message>
        <source>%1 accepted %2 for editing.</source>
        <translation>%1 đã tiếp nhận bài %2.</translation>
    </message>
    <message>
        <source>%1 requested approval of %2.</source>
        <translation>%1 đã trình lãnh đạo duyệt bài %2.</translation>
    </message>
    <message>
        <source>%1 scheduled %2.</source>
        <translation>%1 đã hẹn giờ đăng bài %2.</translation>
    </message>
    <message>
        <source>%1 cancelled the schedule of %2.</source>
        <translation>%1 đã hủy hẹn giờ bài %2.</translation>
    </message>
    <message>
        <source>%1 had accepted %2 for editing first.</source>
        <translation>%1 đã tiếp nhận bài %2 trước.</translation>
    </message>
    <message>
        <source>“%1” was not needed any more.</source>
        <translation>Không thực hiện được bước “%1” nữa.</translation>
    </message>
    <message>
        <source>%1 closed %2.</source>
        <translation>%1 đã đóng %2.</translation>
    </message>
    <message>
        <source>%1 opened %2 again.</source>
        <translation>%1 đã mở lại %2.</translation>
    </message>
    <message>
        <source>an entry without a name</source>
        <translation>mục chưa có tên</translation>
    </message>
</context>
<context>
    <name>NewsroomText</name>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Tiêu đề phụ</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Sapo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Đính chính</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln phút trước</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be published at its hour. %1</source>
        <translation>Đến giờ hẹn nhưng không đăng được. %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Chờ tiếp nhận</translation>
    </message>
    <message>
        <source>In editing</source>
        <translation>Đang biên tập</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Đã trả lại</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Đã hẹn giờ</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã đăng</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Đã từ chối</translation>
    </message>
    <message>
        <source>Taken down</source>
        <translation>Đã gỡ</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Đã xóa</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Viết</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Biên tập</translation>
    </message>
    <message>
        <source>Contributor</source>
        <translation>Cộng tác viên</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Phóng viên</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Biên tập viên</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Thư ký</translation>
    </message>
    <message>
        <source>Deputy chair</source>
        <translation>Phó Trưởng ban</translation>
    </message>
    <message>
        <source>Chair of the board</source>
        <translation>Trưởng ban</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Quản trị viên</translation>
    </message>
    <message>
        <source>Accountant</source>
        <translation>Kế toán</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>Trên máy này</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Trên máy chủ</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>Trên cổng</translation>
    </message>
    <message>
        <source>Some of the text is kept on this PC only; the server does not have it yet.</source>
        <translation>Một phần nội dung mới chỉ lưu trên máy này, chưa gửi lên máy chủ.</translation>
    </message>
    <message>
        <source>The server has exactly this text.</source>
        <translation>Máy chủ đã có đúng nội dung này.</translation>
    </message>
    <message>
        <source>The server has exactly this text, and readers see it.</source>
        <translation>Máy chủ đã có đúng nội dung này; bạn đọc đang xem bản này trên cổng.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hôm nay %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hôm qua %1</translation>
    </message>
    <message>
        <source>Two people changed the title at the same time; both wordings are in it. Keep one, then press “Mark as resolved”.</source>
        <translation>Hai người cùng sửa tiêu đề; cả hai cách viết đang nằm trong ô. Hãy để lại một cách viết rồi bấm “Đã chọn xong”.</translation>
    </message>
    <message>
        <source>Two people changed the subtitle at the same time; both wordings are in it. Keep one, then press “Mark as resolved”.</source>
        <translation>Hai người cùng sửa tiêu đề phụ; cả hai cách viết đang nằm trong ô. Hãy để lại một cách viết rồi bấm “Đã chọn xong”.</translation>
    </message>
    <message>
        <source>Two people changed the lead at the same time; both wordings are in it. Keep one, then press “Mark as resolved”.</source>
        <translation>Hai người cùng sửa sapo; cả hai cách viết đang nằm trong ô. Hãy để lại một cách viết rồi bấm “Đã chọn xong”.</translation>
    </message>
    <message>
        <source>Two people changed the source at the same time; both wordings are in it. Keep one, then press “Mark as resolved”.</source>
        <translation>Hai người cùng sửa nguồn; cả hai cách viết đang nằm trong ô. Hãy để lại một cách viết rồi bấm “Đã chọn xong”.</translation>
    </message>
    <message>
        <source>Two people changed the correction at the same time; both wordings are in it. Keep one, then press “Mark as resolved”.</source>
        <translation>Hai người cùng sửa nội dung đính chính; cả hai cách viết đang nằm trong ô. Hãy để lại một cách viết rồi bấm “Đã chọn xong”.</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Máy chủ không nhận</translation>
    </message>
    <message>
        <source>The server did not accept a change to this article. Open the article to resolve it.</source>
        <translation>Máy chủ không nhận một thay đổi của bài này. Hãy mở bài để xử lý.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Waiting to be deleted</source>
        <translation>Chờ xóa</translation>
    </message>
    <message>
        <source>This draft leaves the list as soon as the server has heard that you deleted it.</source>
        <translation>Bản nháp này sẽ mất khỏi danh sách ngay khi máy chủ nhận được lệnh xóa.</translation>
    </message>
    <message>
        <source>A change to this article is waiting on this PC and will be sent automatically. The state shown is the one at the server until then.</source>
        <translation>Bài có mục chờ gửi trên máy này; chương trình sẽ tự gửi lên máy chủ. Cho đến lúc đó, trạng thái ở đây là trạng thái trên máy chủ.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Tell the administrator; this goes out by itself when there is room.</source>
        <translation>Máy chủ hết dung lượng đĩa. Hãy báo quản trị viên; mục này sẽ tự gửi khi có chỗ.</translation>
    </message>
    <message>
        <source>The server asks this PC to send more slowly.</source>
        <translation>Máy chủ yêu cầu máy này gửi chậm lại.</translation>
    </message>
    <message>
        <source>The server could not take this in. It is tried again by itself; tell the administrator if it stays so.</source>
        <translation>Máy chủ chưa nhận được mục này. Chương trình sẽ tự gửi lại; nếu vẫn không được, hãy báo quản trị viên.</translation>
    </message>
    <message>
        <source>%1 Next try: %2.</source>
        <translation>%1 Lần gửi kế tiếp: %2.</translation>
    </message>
    <message>
        <source>The server no longer has this article, or this account may no longer see it.</source>
        <translation>Máy chủ không còn bài này, hoặc tài khoản này không còn quyền xem.</translation>
    </message>
    <message>
        <source>Being corrected</source>
        <translation>Đang đính chính</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã đóng</translation>
    </message>
</context>
<context>
    <name>PreviewFiles</name>
    <message>
        <source>On the portal: the articles before and after, and related ones</source>
        <translation>Chỗ của tin trước, tin sau và tin liên quan trên cổng</translation>
    </message>
    <message>
        <source>On the portal: what is most read, and the number of visits</source>
        <translation>Chỗ của mục đọc nhiều nhất và số lượt truy cập trên cổng</translation>
    </message>
    <message>
        <source>This picture is not on this PC yet</source>
        <translation>Máy này chưa có ảnh này</translation>
    </message>
    <message>
        <source>The portal will convert this picture</source>
        <translation>Cổng sẽ chuyển đổi ảnh này khi đăng</translation>
    </message>
</context>
<context>
    <name>ReadingHtml</name>
    <message>
        <source>No section chosen</source>
        <translation>Chưa chọn chuyên mục</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Đã thêm</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Đã bỏ</translation>
    </message>
    <message>
        <source>Formatted differently</source>
        <translation>Đổi định dạng</translation>
    </message>
    <message>
        <source>Picture credit</source>
        <translation>Nguồn ảnh</translation>
    </message>
    <message>
        <source>Alt text</source>
        <translation>Mô tả ảnh</translation>
    </message>
    <message>
        <source>Heading level</source>
        <translation>Cấp tít</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Căn lề</translation>
    </message>
    <message>
        <source>Paragraph style</source>
        <translation>Kiểu đoạn văn</translation>
    </message>
    <message>
        <source>Table of {{rows}} rows and {{columns}} columns</source>
        <translation>Bảng {{rows}} dòng, {{columns}} cột</translation>
    </message>
    <message>
        <source>Scroll inside the frame to see all of it.</source>
        <translation>Cuộn trong khung để xem hết.</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Chưa có tiêu đề</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Nguồn: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Từ khóa: %1</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Từ %1 đến %2.</translation>
    </message>
    <message>
        <source>Nothing is different between %1 and %2.</source>
        <translation>Không có gì khác nhau giữa %1 và %2.</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Chuyên mục</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Từ khóa</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>đoạn văn</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>tít xen</translation>
    </message>
    <message>
        <source>list</source>
        <translation>danh sách</translation>
    </message>
    <message>
        <source>numbered list</source>
        <translation>danh sách đánh số</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>trích dẫn</translation>
    </message>
    <message>
        <source>table</source>
        <translation>bảng</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>ô</translation>
    </message>
    <message>
        <source>head cell</source>
        <translation>ô tiêu đề</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>ảnh</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>chú thích ảnh</translation>
    </message>
    <message>
        <source>left</source>
        <translation>căn trái</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>căn giữa</translation>
    </message>
    <message>
        <source>right</source>
        <translation>căn phải</translation>
    </message>
    <message>
        <source>justified</source>
        <translation>căn đều hai bên</translation>
    </message>
    <message>
        <source>as wide as the text</source>
        <translation>rộng bằng chữ</translation>
    </message>
    <message>
        <source>wider than the text</source>
        <translation>rộng hơn chữ</translation>
    </message>
    <message>
        <source>body text</source>
        <translation>thân bài</translation>
    </message>
    <message>
        <source>Another picture</source>
        <translation>Đã thay ảnh</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Nằm trong</translation>
    </message>
    <message>
        <source>Picture width</source>
        <translation>Bề rộng ảnh</translation>
    </message>
    <message>
        <source>Table description</source>
        <translation>Mô tả bảng</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Số bắt đầu</translation>
    </message>
    <message>
        <source>Columns of the cell</source>
        <translation>Số cột của ô</translation>
    </message>
    <message>
        <source>Rows of the cell</source>
        <translation>Số dòng của ô</translation>
    </message>
</context>
<context>
    <name>Registers</name>
    <message>
        <source>The first row is to let somebody save a draft.</source>
        <translation>Dòng đầu phải cho ai đó lưu bản nháp.</translation>
    </message>
    <message>
        <source>Nobody may begin anything: add a row that saves a draft.</source>
        <translation>Không ai được bắt đầu: hãy thêm dòng lưu bản nháp.</translation>
    </message>
    <message>
        <source>A row begins where no other row leads to. Add one that leads there, or remove it.</source>
        <translation>Có dòng bắt đầu ở nơi không dòng nào dẫn đến. Hãy thêm dòng dẫn đến đó, hoặc bỏ dòng này.</translation>
    </message>
    <message>
        <source>“%1” is there twice for the same role. Remove one of them.</source>
        <translation>“%1” có hai dòng cho cùng một vai trò. Hãy bỏ một dòng.</translation>
    </message>
    <message>
        <source>From “%1” no row leads on. Add one.</source>
        <translation>Từ “%1” không dòng nào đi tiếp. Hãy thêm một dòng.</translation>
    </message>
    <message>
        <source>“%1” leads to another place than its name says. Choose the right one.</source>
        <translation>“%1” đang dẫn đến nơi khác tên của bước. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>“%1” is no step of items. Remove its row.</source>
        <translation>“%1” không phải là bước của tin, bài. Hãy bỏ dòng đó.</translation>
    </message>
    <message>
        <source>“%1” is left to nobody. Add a row for it.</source>
        <translation>Không ai được làm bước “%1”. Hãy thêm dòng cho bước đó.</translation>
    </message>
    <message>
        <source>“%1” needs a reason. Tick it.</source>
        <translation>“%1” phải nêu lý do. Hãy đánh dấu ô đó.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>%1 (no longer offered)</source>
        <translation>%1 (không còn dùng)</translation>
    </message>
    <message>
        <source>%1: hour</source>
        <translation>%1: giờ</translation>
    </message>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1: từ</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1: đến</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <comment>a column, and what is wrong in it</comment>
        <translation>Dòng %1, %2: %3</translation>
    </message>
    <message>
        <source>%1 says the same. It can be saved all the same.</source>
        <translation>%1 đã có cùng nội dung này. Vẫn lưu được.</translation>
    </message>
    <message>
        <source>%1 says the same. The server takes each only once.</source>
        <translation>%1 đã có cùng nội dung này. Máy chủ chỉ nhận mỗi nội dung một lần.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(để trống)</translation>
    </message>
    <message>
        <source>another picture</source>
        <translation>ảnh khác</translation>
    </message>
    <message>
        <source>One person removed a row that another changed. It still stands here.</source>
        <translation>Một người đã xóa dòng mà người khác đã sửa. Dòng này vẫn còn ở đây.</translation>
    </message>
    <message>
        <source>Keep the row</source>
        <translation>Giữ lại dòng</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Xóa dòng</translation>
    </message>
    <message>
        <source>Row %1, %2: </source>
        <comment>a column</comment>
        <translation>Dòng %1, %2: </translation>
    </message>
    <message>
        <source>Two people entered different values: “%1”, which stands here, and “%2”. Choose one.</source>
        <translation>Hai người đã nhập khác nhau: “%1” (đang hiển thị) và “%2”. Hãy chọn một.</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>Giữ “%1”</translation>
    </message>
    <message>
        <source>Take “%1”</source>
        <translation>Dùng “%1”</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>This text was written with a newer version of the program. It stays as it is, and can be read and changed there.</source>
        <translation>Nội dung này soạn bằng phiên bản mới hơn của chương trình. Nội dung được giữ nguyên; hãy đọc và sửa ở phiên bản đó.</translation>
    </message>
    <message>
        <source>I con&amp;firm that this contains no state secrets.</source>
        <translation>&amp;Xác nhận nội dung này không chứa bí mật nhà nước.</translation>
    </message>
    <message>
        <source>I have &amp;read all of it as it is now.</source>
        <translation>Đã đọc &amp;toàn bộ nội dung hiện tại.</translation>
    </message>
    <message>
        <source>The leaders of the board will receive it. It can be taken back until one of them decides.</source>
        <translation>Lãnh đạo Ban Biên tập sẽ nhận được. Có thể rút lại khi lãnh đạo chưa quyết định.</translation>
    </message>
    <message>
        <source>The approval is of exactly this text: version %1 (fingerprint %2).</source>
        <translation>Duyệt đúng nội dung này: phiên bản %1 (mã kiểm tra %2).</translation>
    </message>
    <message>
        <source>Readers get exactly what was approved, at once.</source>
        <translation>Bạn đọc thấy ngay đúng nội dung đã duyệt.</translation>
    </message>
    <message>
        <source>It was never public, and nobody will see it any more. This cannot be undone.</source>
        <translation>Nội dung này chưa từng đăng; sau khi xóa sẽ không ai còn thấy. Không hoàn tác được.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>The author reads this reason, can change it and submit it again.</source>
        <translation>Tác giả đọc lý do này, có thể sửa rồi gửi duyệt lại.</translation>
    </message>
    <message>
        <source>The editors read this reason; it goes back to editing.</source>
        <translation>Biên tập viên đọc lý do này; nội dung trở lại bước biên tập.</translation>
    </message>
    <message>
        <source>Readers will no longer see it; its address will say that it was taken down. The reason is kept inside the board and is not shown.</source>
        <translation>Bạn đọc sẽ không còn thấy; địa chỉ của trang báo là đã gỡ. Lý do lưu trong nội bộ Ban Biên tập, không hiện ra ngoài.</translation>
    </message>
    <message>
        <source>The portal has this address for something else, as a section. Choose another.</source>
        <translation>Cổng đã dùng địa chỉ này cho phần khác, như một chuyên mục. Hãy chọn địa chỉ khác.</translation>
    </message>
    <message>
        <source>Sent; an earlier version is on the portal</source>
        <translation>Đã gửi; trên cổng là phiên bản trước</translation>
    </message>
    <message>
        <source>Readers have the version that was published last, until this one is approved and published.</source>
        <translation>Bạn đọc thấy phiên bản đăng gần nhất cho đến khi phiên bản này được duyệt và đăng.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>%1: add</source>
        <translation>%1: thêm</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: xóa</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>Chọn ảnh khác…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Ảnh (%1)</translation>
    </message>
    <message>
        <source>There is no picture to paste. Copy one first, or choose a file.</source>
        <translation>Chưa có ảnh để dán. Hãy sao chép ảnh hoặc chọn một tệp.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Ảnh đã dán</translation>
    </message>
    <message>
        <source>The picture is not on this PC yet</source>
        <translation>Ảnh chưa có trên máy này</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Không có ảnh</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>Thả ảnh vào đây</translation>
    </message>
    <message>
        <source>Type words of its name to find it</source>
        <translation>Nhập tên để tìm</translation>
    </message>
    <message>
        <source>(an entry that is not known here)</source>
        <translation>(mục không có trên máy này)</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(chưa có tên)</translation>
    </message>
    <message>
        <source>the entry without a name</source>
        <translation>mục chưa có tên</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>Hãy nhập số từ %1 đến %2.</translation>
    </message>
    <message>
        <source>Enter %1 or more.</source>
        <translation>Hãy nhập số từ %1 trở lên.</translation>
    </message>
    <message>
        <source>Enter at most %1.</source>
        <translation>Hãy nhập số không quá %1.</translation>
    </message>
    <message>
        <source>Choose one: this field is required.</source>
        <translation>Ô này là bắt buộc. Hãy chọn một.</translation>
    </message>
    <message>
        <source>Add a picture: this field is required.</source>
        <translation>Ô này là bắt buộc. Hãy thêm ảnh.</translation>
    </message>
    <message>
        <source>Add at least one row: this field is required.</source>
        <translation>Bảng này là bắt buộc. Hãy thêm ít nhất một dòng.</translation>
    </message>
    <message>
        <source>Tick the box: this field is required.</source>
        <translation>Ô này là bắt buộc. Hãy đánh dấu.</translation>
    </message>
    <message>
        <source>Fill this in: this field is required.</source>
        <translation>Ô này là bắt buộc. Hãy nhập nội dung.</translation>
    </message>
    <message>
        <source>Enter a whole number, as 12.</source>
        <translation>Hãy nhập số nguyên, ví dụ 12.</translation>
    </message>
    <message>
        <source>Enter an amount in whole đồng, as %1.</source>
        <translation>Hãy nhập số tiền (đồng), ví dụ %1.</translation>
    </message>
    <message>
        <source>Enter a number, as %1.</source>
        <translation>Hãy nhập số, ví dụ %1.</translation>
    </message>
    <message>
        <source>Enter a day, as 30-11-2026.</source>
        <translation>Hãy nhập ngày, ví dụ 30-11-2026.</translation>
    </message>
    <message>
        <source>Enter an hour and a day, as 07:00 30-11-2026.</source>
        <translation>Hãy nhập giờ và ngày, ví dụ 07:00 30-11-2026.</translation>
    </message>
    <message>
        <source>Enter days, as 30-11-2026, the first before the last.</source>
        <translation>Hãy nhập ngày, ví dụ 30-11-2026; ngày đầu không sau ngày cuối.</translation>
    </message>
    <message>
        <source>Enter an address that begins with https:// or with /.</source>
        <translation>Hãy nhập địa chỉ bắt đầu bằng https:// hoặc /.</translation>
    </message>
    <message>
        <source>A character in it cannot be stored. Delete it, or type the text anew.</source>
        <translation>Có ký tự không lưu được. Hãy xóa ký tự đó hoặc nhập lại.</translation>
    </message>
    <message>
        <source>This cannot be read. Enter it anew.</source>
        <translation>Nội dung không đọc được. Hãy nhập lại.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln row(s) fit in.</source>
        <translation>
            <numerusform>Chỉ ghi được tối đa %Ln dòng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln character(s) fit in. Shorten it.</source>
        <translation>
            <numerusform>Chỉ ghi được tối đa %Ln ký tự. Hãy rút ngắn.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is too long. Shorten it.</source>
        <translation>Nội dung quá dài. Hãy rút ngắn.</translation>
    </message>
    <message>
        <source>This is no longer offered. Choose another.</source>
        <translation>Mục này không còn dùng. Hãy chọn mục khác.</translation>
    </message>
    <message>
        <source>An entry cannot stand under itself. Choose another.</source>
        <translation>Một mục không thể thuộc chính mục đó. Hãy chọn mục khác.</translation>
    </message>
    <message>
        <source>This is not of the form that is wanted here.</source>
        <translation>Nội dung chưa đúng dạng.</translation>
    </message>
    <message>
        <source>This is not of the form that is wanted here: %1.</source>
        <translation>Nội dung chưa đúng dạng: %1.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Compare, then save again.</source>
        <translation>Người khác vừa sửa ô này. Hãy so lại rồi lưu lại.</translation>
    </message>
    <message>
        <source>What it refers to is no longer in use. Choose another.</source>
        <translation>Mục được chọn không còn dùng. Hãy chọn mục khác.</translation>
    </message>
    <message>
        <source>Another entry has the same in “%1”. Change it, then save again.</source>
        <translation>Mục khác đã có cùng nội dung ở ô “%1”. Hãy sửa rồi lưu lại.</translation>
    </message>
    <message>
        <source>%1 has the same in “%2”. Change it, then save again.</source>
        <translation>%1 đã có cùng nội dung ở ô “%2”. Hãy sửa rồi lưu lại.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Refused by the server: open it to see why</source>
        <translation>Máy chủ không nhận; mở mục để xem lý do</translation>
    </message>
    <message>
        <source>Unsaved changes on this PC</source>
        <translation>Có thay đổi chưa lưu trên máy này</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>Đã đóng: %1</translation>
    </message>
    <message>
        <source>What was typed is kept on this PC and goes nowhere until it is saved.</source>
        <translation>Nội dung đã nhập nằm trên máy này và chỉ được gửi khi bấm Lưu.</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Máy chủ không nhận</translation>
    </message>
    <message>
        <source>The server did not take what was saved. It is kept on this PC.</source>
        <translation>Máy chủ không nhận nội dung đã lưu. Nội dung vẫn còn trên máy này.</translation>
    </message>
    <message>
        <source>Saved on this PC, not sent yet</source>
        <translation>Đã lưu trên máy này, chưa gửi</translation>
    </message>
    <message>
        <source>It is sent as soon as the server can be reached.</source>
        <translation>Sẽ tự gửi khi có kết nối với máy chủ.</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>Trên cổng</translation>
    </message>
    <message>
        <source>Readers see exactly what stands here.</source>
        <translation>Bạn đọc xem được đúng nội dung này.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>The server has exactly what stands here.</source>
        <translation>Máy chủ có đúng nội dung này.</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Move the row up (Alt+Up)</source>
        <translation>Đưa dòng lên (Alt+↑)</translation>
    </message>
    <message>
        <source>Move the row down (Alt+Down)</source>
        <translation>Đưa dòng xuống (Alt+↓)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Ảnh</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more field(s)</source>
        <translation>
            <numerusform>và %Ln ô khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) added</source>
        <translation>
            <numerusform>thêm %Ln đoạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) removed</source>
        <translation>
            <numerusform>bỏ %Ln đoạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) changed</source>
        <translation>
            <numerusform>sửa %Ln đoạn</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it empty</source>
        <translation>Để trống</translation>
    </message>
</context>
<context>
    <name>ReviewTexts</name>
    <message>
        <source>version %1</source>
        <translation>phiên bản %1</translation>
    </message>
    <message>
        <source>It is published by itself: %1.</source>
        <translation>Bài sẽ tự đăng: %1.</translation>
    </message>
    <message>
        <source>Nobody else can approve it.</source>
        <translation>Không còn ai khác được duyệt bài này.</translation>
    </message>
    <message>
        <source>Nobody else can take the next step with it.</source>
        <translation>Không còn ai khác được làm bước tiếp theo với bài này.</translation>
    </message>
    <message numerus="yes">
        <source>%1 or %Ln other(s)</source>
        <translation>
            <numerusform>%1 hoặc %Ln người khác</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for %1 to submit it.</source>
        <translation>Chờ %1 gửi duyệt.</translation>
    </message>
    <message>
        <source>you, or %1</source>
        <comment>who may take the next step</comment>
        <translation>tài khoản này hoặc %1</translation>
    </message>
    <message>
        <source>Waits for %1 to take it in.</source>
        <translation>Chờ %1 tiếp nhận.</translation>
    </message>
    <message>
        <source>Waits for %1 to request approval.</source>
        <translation>Chờ %1 trình lãnh đạo duyệt.</translation>
    </message>
    <message>
        <source>Waits for %1 to approve it.</source>
        <translation>Chờ %1 duyệt.</translation>
    </message>
    <message>
        <source>Waits for %1 to publish it.</source>
        <translation>Chờ %1 đăng.</translation>
    </message>
    <message>
        <source>To have it corrected, ask %1.</source>
        <translation>Muốn đính chính, hãy liên hệ %1.</translation>
    </message>
    <message>
        <source>To have it opened for editing again, ask %1.</source>
        <translation>Muốn mở lại để sửa, hãy liên hệ %1.</translation>
    </message>
    <message>
        <source>Whoever changes a text does not approve it alone.</source>
        <translation>Người sửa bài không tự mình duyệt bài đó.</translation>
    </message>
    <message>
        <source>Nobody else can approve it: return it to the editor. Once another has requested approval for it, it can be approved.</source>
        <translation>Không còn ai khác được duyệt bài này: hãy trả lại biên tập viên. Khi người khác trình lãnh đạo duyệt lại thì bài được duyệt.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>before the last of some names</comment>
        <translation> hoặc </translation>
    </message>
</context>
<context>
    <name>StandingText</name>
    <message>
        <source>%1 rejected it</source>
        <translation>%1 đã từ chối</translation>
    </message>
    <message>
        <source>%1 returned it</source>
        <translation>%1 đã trả lại</translation>
    </message>
    <message>
        <source>%1 – reason: %2</source>
        <translation>%1 – lý do: %2</translation>
    </message>
    <message>
        <source>Being corrected, the portal shows version %1</source>
        <translation>Đang đính chính, cổng đang hiện phiên bản %1</translation>
    </message>
</context>
<context>
    <name>UnfinishedList</name>
    <message>
        <source>This list could not be loaded anew, so it may be out of date. %1</source>
        <translation>Không tải lại được danh sách nên nội dung đang hiện có thể đã cũ. %1</translation>
    </message>
    <message>
        <source>Fetching the articles…</source>
        <translation>Đang tải danh sách tin, bài…</translation>
    </message>
    <message>
        <source>%1% fetched so far. New articles can be written meanwhile.</source>
        <translation>Đã tải %1%. Trong lúc chờ vẫn viết bài mới được.</translation>
    </message>
    <message>
        <source>New articles can be written meanwhile.</source>
        <translation>Trong lúc chờ vẫn viết bài mới được.</translation>
    </message>
    <message>
        <source>The articles have not been fetched yet</source>
        <translation>Chưa tải danh sách tin, bài về máy này</translation>
    </message>
    <message>
        <source>They come once you have signed in again.</source>
        <translation>Danh sách sẽ được tải về sau khi đăng nhập lại.</translation>
    </message>
    <message>
        <source>You chose to work offline.</source>
        <translation>Đang ở chế độ ngoại tuyến.</translation>
    </message>
    <message>
        <source>They come as soon as there is a connection.</source>
        <translation>Danh sách sẽ được tải về khi có kết nối.</translation>
    </message>
    <message>
        <source>The list cannot be loaded</source>
        <translation>Chưa tải được danh sách</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Kết nối</translation>
    </message>
</context>
<context>
    <name>CloseRow</name>
    <message>
        <source>&amp;Close</source>
        <translation>Đó&amp;ng</translation>
    </message>
</context>
<context>
    <name>WriterQuestions</name>
    <message>
        <source>Two wordings</source>
        <translation>Hai cách viết</translation>
    </message>
    <message>
        <source>%1 still says what was made of the two wordings: “%2”. Is it to stay like this?</source>
        <translation>%1 vẫn y như lúc hai cách viết được ghép lại: “%2”. Có giữ nguyên như vậy không?</translation>
    </message>
    <message>
        <source>&amp;Leave it so</source>
        <translation>Giữ &amp;nguyên</translation>
    </message>
    <message>
        <source>&amp;Edit it</source>
        <translation>&amp;Sửa lại</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Xóa bỏ</translation>
    </message>
    <message>
        <source>Discard what the server did not accept? Text and steps waiting behind it are discarded too. This cannot be undone.</source>
        <translation>Xóa bỏ phần máy chủ không nhận? Nội dung và các bước chờ sau phần này cũng bị xóa và không khôi phục được.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Xó&amp;a bỏ</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Giữ &amp;lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Sign out? Not everything on this PC has reached the server. It stays here, and is sent only once the same account signs in on this PC again.</source>
        <translation>Đăng xuất? Máy chủ chưa nhận đủ những phần dưới đây. Các phần này vẫn lưu trên máy này và chỉ được gửi khi chính tài khoản này đăng nhập lại trên máy này.</translation>
    </message>
    <message>
        <source>&amp;Stay signed in</source>
        <translation>&amp;Không đăng xuất</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Đăng &amp;xuất</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>và %Ln phần khác</numerusform>
        </translation>
    </message>
    <message>
        <source>What you typed last into %1 could not be kept on this PC. If you close now, it is lost.</source>
        <translation>Phần vừa gõ vào %1 chưa lưu được trên máy này. Nếu đóng bây giờ, phần đó sẽ mất.</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>&amp;Thử lại</translation>
    </message>
    <message>
        <source>&amp;Close and lose it</source>
        <translation>Đó&amp;ng, bỏ phần vừa gõ</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Không đóng</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Xóa bỏ bản nháp</translation>
    </message>
    <message>
        <source>Delete %1? Only this PC has it, and it cannot be brought back.</source>
        <translation>Xóa bỏ %1? Bản nháp này chỉ có trên máy này và không khôi phục được.</translation>
    </message>
    <message>
        <source>Delete %1? It goes from all your PCs, and you cannot bring it back.</source>
        <translation>Xóa bỏ %1? Bản nháp này sẽ mất trên tất cả máy đang dùng tài khoản này và không khôi phục được.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa bỏ</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Giữ lại</translation>
    </message>
</context>
<context>
    <name>toasoan::ArticleForm</name>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Subtitle (if there is one)</source>
        <translation>Tiêu đề phụ (nếu có)</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Tiêu đề phụ</translation>
    </message>
    <message>
        <source>Lead: the news in two or three sentences</source>
        <translation>Sapo: tóm tắt tin trong hai, ba câu</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Sapo</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Chuyên mục</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Từ khóa</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>author and source, if reused</source>
        <translation>tác giả và nguồn, nếu dẫn lại bài</translation>
    </message>
    <message>
        <source>Secti&amp;on</source>
        <translation>&amp;Chuyên mục</translation>
    </message>
    <message>
        <source>&amp;Genre</source>
        <translation>T&amp;hể loại</translation>
    </message>
    <message>
        <source>Authors (bylines)</source>
        <translation>Tác giả (bút danh)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Từ &amp;khóa</translation>
    </message>
    <message>
        <source>Sou&amp;rce</source>
        <translation>N&amp;guồn</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Correction shown on the article</source>
        <translation>Nội dung đính chính</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln chữ</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a section</source>
        <translation>Chọn chuyên mục</translation>
    </message>
    <message>
        <source>(unknown section)</source>
        <translation>(không rõ chuyên mục)</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Ảnh dán vào bài</translation>
    </message>
    <message>
        <source>Before approval</source>
        <translation>Trước khi duyệt</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Viết bài</translation>
    </message>
    <message>
        <source>Send what you typed now (it is saved automatically)</source>
        <translation>Gửi ngay nội dung vừa gõ (chương trình vẫn tự lưu)</translation>
    </message>
    <message>
        <source>From title to lead, and on into the text</source>
        <translation>Từ tiêu đề xuống sapo, rồi xuống nội dung</translation>
    </message>
    <message>
        <source>Paste as plain text</source>
        <translation>Dán không kèm định dạng</translation>
    </message>
    <message>
        <source>From a caption to the description of its picture</source>
        <translation>Từ chú thích sang mô tả ảnh</translation>
    </message>
    <message>
        <source>Leave the text</source>
        <translation>Ra khỏi khung soạn thảo</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Tìm trong nội dung</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Tìm và thay thế</translation>
    </message>
    <message>
        <source>Next place, previous place</source>
        <translation>Chỗ sau, chỗ trước</translation>
    </message>
    <message>
        <source>Larger text, smaller text, usual size</source>
        <translation>Chữ lớn hơn, nhỏ hơn, cỡ thường</translation>
    </message>
    <message>
        <source>Back to the lead, where nothing can be moved out</source>
        <translation>Về sapo, ở chỗ không có gì để lùi ra</translation>
    </message>
    <message>
        <source>Preview: the article as readers will see it</source>
        <translation>Xem trước bài như bạn đọc sẽ thấy</translation>
    </message>
    <message>
        <source>Only 300 characters fit into the title. What goes beyond was left out.</source>
        <translation>Tiêu đề chỉ nhận tối đa 300 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 300 characters fit into the subtitle. What goes beyond was left out.</source>
        <translation>Tiêu đề phụ chỉ nhận tối đa 300 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 3,000 characters fit into the lead. What goes beyond was left out.</source>
        <translation>Sapo chỉ nhận tối đa 3.000 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 2,000 characters fit into the correction. What goes beyond was left out.</source>
        <translation>Nội dung đính chính chỉ nhận tối đa 2.000 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 30 tags of 60 characters each fit in. What goes beyond was left out.</source>
        <translation>Chỉ nhận tối đa 30 từ khóa, mỗi từ khóa không quá 60 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 500 characters fit into the source. What goes beyond was left out.</source>
        <translation>Nguồn chỉ nhận tối đa 500 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 30 authors, with names of 120 characters, fit in. What goes beyond was left out.</source>
        <translation>Chỉ nhận tối đa 30 tác giả, mỗi tên không quá 120 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
</context>
<context>
    <name>toasoan::ArticleListModel</name>
    <message>
        <source>(no title yet)</source>
        <translation>(chưa có tiêu đề)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Chuyên mục</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>%1 is editing it</source>
        <translation>%1 đang biên tập</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Tác giả</translation>
    </message>
</context>
<context>
    <name>toasoan::ArticleMenu</name>
    <message>
        <source>the article without a title</source>
        <translation>bài chưa có tiêu đề</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;View on the portal</source>
        <translation>&amp;Xem trên cổng</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Sao chép địa chỉ</translation>
    </message>
    <message>
        <source>The address is copied: %1</source>
        <translation>Đã sao chép địa chỉ: %1</translation>
    </message>
    <message>
        <source>&amp;Duplicate as a new draft</source>
        <translation>&amp;Tạo bản sao</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (bản sao)</translation>
    </message>
    <message>
        <source>A new draft holds the same as %1.</source>
        <translation>Đã tạo bản nháp mới có cùng nội dung với %1.</translation>
    </message>
    <message>
        <source>&amp;Take down…</source>
        <translation>&amp;Gỡ bài…</translation>
    </message>
    <message>
        <source>Deleted: %1.</source>
        <translation>Đã xóa bỏ %1.</translation>
    </message>
</context>
<context>
    <name>toasoan::ArticlePreview</name>
    <message>
        <source>As readers will see it, on a phone and on a desktop screen (%1)</source>
        <translation>Xem bài như bạn đọc sẽ thấy, trên điện thoại và máy tính (%1)</translation>
    </message>
</context>
<context>
    <name>toasoan::ArticleReader</name>
    <message>
        <source>Te&amp;xt</source>
        <translation>&amp;Xem bài</translation>
    </message>
    <message>
        <source>Chan&amp;ges</source>
        <translation>Tha&amp;y đổi</translation>
    </message>
    <message>
        <source>His&amp;tory</source>
        <translation>&amp;Lịch sử</translation>
    </message>
    <message>
        <source>Article view</source>
        <translation>Cách xem bài</translation>
    </message>
    <message>
        <source>Co&amp;mpare with</source>
        <translation>&amp;So với</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <translation>Phiên bản %1 · %2 · %3</translation>
    </message>
    <message>
        <source>published</source>
        <translation>đã đăng</translation>
    </message>
    <message>
        <source>There is no earlier version to compare with.</source>
        <translation>Chưa có phiên bản nào trước đó để so sánh.</translation>
    </message>
    <message>
        <source>No version of it has changed hands yet. Choose above which one to compare with.</source>
        <translation>Chưa có phiên bản nào được chuyển giao. Hãy chọn phiên bản để so sánh ở bên trên.</translation>
    </message>
    <message>
        <source>Open a version…</source>
        <translation>Mở một phiên bản…</translation>
    </message>
</context>
<context>
    <name>toasoan::ArticlesPage</name>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Tin, bài</translation>
    </message>
    <message>
        <source>Whose articles</source>
        <translation>Lọc theo người viết</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Chuyên mục</translation>
    </message>
    <message>
        <source>Everybody&apos;s articles</source>
        <translation>Tất cả tin, bài</translation>
    </message>
    <message>
        <source>My articles</source>
        <translation>Tin, bài của tôi</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tất cả trạng thái</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>Tất cả chuyên mục</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln tin, bài</numerusform>
        </translation>
    </message>
    <message>
        <source>No matching articles</source>
        <translation>Không có tin, bài phù hợp</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Chưa có tin, bài nào</translation>
    </message>
    <message>
        <source>Choose something else, or clear the filters.</source>
        <translation>Hãy chọn khác đi hoặc bỏ lọc.</translation>
    </message>
    <message>
        <source>Only titles are searched. Search for something else, or clear the filters.</source>
        <translation>Chỉ tìm trong tiêu đề. Hãy tìm từ khác hoặc bỏ lọc.</translation>
    </message>
    <message>
        <source>Write the first one: press Ctrl+N.</source>
        <translation>Viết bài đầu tiên: bấm Ctrl+N.</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Viết bài mới</translation>
    </message>
    <message>
        <source>This account is not for articles</source>
        <translation>Tài khoản này không dùng để viết bài</translation>
    </message>
    <message>
        <source>It is for accounts, sections and settings, with toasoan-server on the server. To write, edit or approve, sign in with an account that has such a post.</source>
        <translation>Tài khoản này dùng để quản lý tài khoản, chuyên mục và cài đặt, bằng lệnh toasoan-server trên máy chủ. Muốn viết, biên tập hoặc duyệt bài thì đăng nhập bằng tài khoản có chức danh đó.</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>Sắp xếp the&amp;o</translation>
    </message>
    <message>
        <source>Changes not seen yet</source>
        <translation>Có thay đổi chưa xem</translation>
    </message>
</context>
<context>
    <name>toasoan::BylinesField</name>
    <message>
        <source>Add a name</source>
        <translation>Thêm tác giả</translation>
    </message>
    <message>
        <source>Name under the article</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>Name or pen name</source>
        <translation>Họ tên hoặc bút danh</translation>
    </message>
    <message>
        <source>What the person did</source>
        <translation>Phần việc</translation>
    </message>
    <message>
        <source>Remove this name</source>
        <translation>Bỏ tên này</translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistStrip</name>
    <message>
        <source>Cannot be approved yet: %1.</source>
        <translation>Chưa duyệt được: %1.</translation>
    </message>
    <message>
        <source>Before you decide: %1.</source>
        <translation>Lưu ý trước khi duyệt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to put right</source>
        <translation>
            <numerusform>%Ln điều cần sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln lưu ý</numerusform>
        </translation>
    </message>
    <message>
        <source>Also worth a look: %1.</source>
        <translation>Nên xem lại: %1.</translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistView</name>
    <message>
        <source>Nothing is missing.</source>
        <translation>Không thiếu mục nào.</translation>
    </message>
    <message>
        <source>%1. The article cannot be approved before.</source>
        <translation>%1. Bài chỉ được duyệt sau khi bổ sung.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>và %Ln mục khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Gõ tên lệnh cần tìm</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Tìm lệnh</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Danh sách lệnh</translation>
    </message>
    <message>
        <source>No command is called “%1”. Try another word.</source>
        <translation>Không có lệnh nào khớp với “%1”. Hãy thử từ khác.</translation>
    </message>
</context>
<context>
    <name>toasoan::DayField</name>
    <message>
        <source>day-month-year</source>
        <translation>ngày-tháng-năm</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Lịch</translation>
    </message>
    <message>
        <source>%1: calendar</source>
        <translation>%1: lịch</translation>
    </message>
</context>
<context>
    <name>toasoan::EditorToolBar</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Đoạn văn</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Tít xen</translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation>Tít xen cấp 2</translation>
    </message>
    <message>
        <source>Small heading</source>
        <translation>Tít xen cấp 3</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Đậm</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Nghiêng</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Gạch chân</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Gạch giữa chữ</translation>
    </message>
    <message>
        <source>Subscript</source>
        <translation>Chỉ số dưới</translation>
    </message>
    <message>
        <source>Superscript</source>
        <translation>Chỉ số trên</translation>
    </message>
    <message>
        <source>Clear formatting</source>
        <translation>Xóa định dạng</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Dấu đầu dòng</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Đánh số</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Trích dẫn</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Căn trái</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Căn giữa</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Căn phải</translation>
    </message>
    <message>
        <source>Justify</source>
        <translation>Căn đều hai bên</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Liên kết…</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Ảnh…</translation>
    </message>
    <message>
        <source>Insert row above</source>
        <translation>Chèn hàng phía trên</translation>
    </message>
    <message>
        <source>Insert row below</source>
        <translation>Chèn hàng phía dưới</translation>
    </message>
    <message>
        <source>Insert column left</source>
        <translation>Chèn cột bên trái</translation>
    </message>
    <message>
        <source>Insert column right</source>
        <translation>Chèn cột bên phải</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>Hàng tiêu đề</translation>
    </message>
    <message>
        <source>Header column</source>
        <translation>Cột tiêu đề</translation>
    </message>
    <message>
        <source>Merge cells</source>
        <translation>Gộp ô</translation>
    </message>
    <message>
        <source>Split cell</source>
        <translation>Tách ô</translation>
    </message>
    <message>
        <source>Summary for screen readers…</source>
        <translation>Tóm tắt bảng…</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>Xóa hàng</translation>
    </message>
    <message>
        <source>Delete column</source>
        <translation>Xóa cột</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>Xóa bảng</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>Đường kẻ ngang</translation>
    </message>
    <message>
        <source>Text tools</source>
        <translation>Công cụ soạn thảo</translation>
    </message>
    <message>
        <source>Style of the paragraph</source>
        <translation>Kiểu đoạn văn</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Insert a table</source>
        <translation>Chèn bảng</translation>
    </message>
</context>
<context>
    <name>toasoan::EditorView</name>
    <message>
        <source>A picture is still being taken in…</source>
        <translation>Đang nhận ảnh vào bài…</translation>
    </message>
    <message>
        <source>The editor had to be restarted. Insert this picture again.</source>
        <translation>Trình soạn thảo vừa phải khởi động lại. Hãy chèn lại ảnh này.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Ảnh vừa dán</translation>
    </message>
    <message>
        <source>Pictures from web pages were left out. Check their licence, save them on this PC and insert them as files.</source>
        <translation>Ảnh lấy từ trang web chưa được chèn. Hãy kiểm tra quyền sử dụng, lưu ảnh về máy rồi chèn từ tệp.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) stayed plain words: a link leads to a web address, an e-mail address or a telephone number.</source>
        <translation>
            <numerusform>%Ln liên kết không được đưa vào, chữ vẫn giữ nguyên: chỉ địa chỉ trang web, thư điện tử và số điện thoại dùng làm liên kết được.</numerusform>
        </translation>
    </message>
    <message>
        <source>This picture is larger than %1 MiB; insert it as a file.</source>
        <translation>Ảnh này lớn hơn %1 MB. Hãy chèn từ tệp.</translation>
    </message>
    <message>
        <source>The editor stopped several times. The text is kept as it was written.</source>
        <translation>Khung soạn thảo gặp lỗi nhiều lần. Nội dung đã viết vẫn còn nguyên. Hãy mở lại khung soạn thảo.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Mở lại khung soạn thảo</translation>
    </message>
    <message>
        <source>The editor stopped and was started again. The text is as it was; please check the last word you typed.</source>
        <translation>Khung soạn thảo gặp lỗi và đã được mở lại. Nội dung vẫn còn nguyên; hãy kiểm tra lại từ vừa gõ cuối cùng.</translation>
    </message>
    <message>
        <source>Insert pictures</source>
        <translation>Chèn ảnh</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Ảnh (%1)</translation>
    </message>
    <message>
        <source>Summary of the table</source>
        <translation>Tóm tắt bảng</translation>
    </message>
    <message>
        <source>Main content of the table, for screen reader users:</source>
        <translation>Nội dung chính của bảng, cho người dùng trình đọc màn hình:</translation>
    </message>
    <message>
        <source>Save summary</source>
        <translation>Lưu tóm tắt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Paste as plain text</source>
        <translation>Dán không kèm định dạng</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Mở liên kết</translation>
    </message>
    <message>
        <source>Lists and tables cannot be nested deeper than this.</source>
        <translation>Danh sách và bảng không lồng sâu hơn được nữa.</translation>
    </message>
    <message>
        <source>Lists that were nested too deep were raised to the deepest level that an article has.</source>
        <translation>Danh sách lồng quá sâu đã được đưa về cấp sâu nhất mà một bài có thể có.</translation>
    </message>
    <message>
        <source>Only 1,000 characters fit into a picture&apos;s description, and 300 into its credit. Where the replacement does not fit, nothing was replaced.</source>
        <translation>Mô tả ảnh chỉ nhận tối đa 1.000 ký tự, nguồn ảnh tối đa 300 ký tự. Chỗ nào vượt quá thì giữ nguyên, không thay.</translation>
    </message>
    <message>
        <source>That would make the text longer than an article may be, so it was left out. Divide the article into two, or shorten it first.</source>
        <translation>Phần này làm bài dài quá mức cho phép nên không được chèn. Hãy rút gọn bài hoặc tách thành hai bài.</translation>
    </message>
    <message>
        <source>The editor does not answer. What was typed before is kept; what is typed now may be lost. It is started again soon.</source>
        <translation>Khung soạn thảo không phản hồi. Nội dung đã gõ trước đó vẫn lưu trên máy này; nội dung gõ lúc này có thể bị mất. Chương trình sẽ sớm khởi động lại khung soạn thảo.</translation>
    </message>
    <message>
        <source>The editor did not answer and was started again with the text as it was at %1. What was typed after that is missing; please check.</source>
        <translation>Khung soạn thảo không phản hồi và đã được khởi động lại với nội dung lúc %1. Nội dung gõ sau đó đã mất; hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>This file is not a picture.</source>
        <translation>Tệp này không phải là ảnh.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more file(s)</source>
        <translation>
            <numerusform>và %Ln tệp khác</numerusform>
        </translation>
    </message>
    <message>
        <source>The wording that was saved first is selected.</source>
        <translation>Đang chọn cách viết được lưu trước.</translation>
    </message>
    <message>
        <source>The wording that was saved later is selected.</source>
        <translation>Đang chọn cách viết được lưu sau.</translation>
    </message>
    <message>
        <source>%1 Press the button again to keep it.</source>
        <translation>%1 Bấm nút lần nữa để giữ.</translation>
    </message>
</context>
<context>
    <name>toasoan::EntryFormPage</name>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Thêm mới: %1</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>What was typed last stands on this page alone.</source>
        <translation>Nội dung nhập sau cùng chỉ có trên trang này.</translation>
    </message>
    <message>
        <source>Save or discard the changes first</source>
        <translation>Hãy lưu hoặc bỏ thay đổi rồi thực hiện</translation>
    </message>
    <message>
        <source>It can be pressed once all of it is shown here</source>
        <translation>Bấm được khi toàn bộ nội dung đã hiện ở đây</translation>
    </message>
    <message>
        <source>&amp;Discard changes…</source>
        <translation>Bỏ tha&amp;y đổi…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Save and send (Ctrl+S)</source>
        <translation>Lưu và gửi (Ctrl+S)</translation>
    </message>
    <message>
        <source>This entry is not here any more, or this account may no longer see it. What stands here can be copied.</source>
        <translation>Mục này không còn ở đây, hoặc tài khoản này không còn được xem. Vẫn sao chép được nội dung trên trang.</translation>
    </message>
    <message>
        <source>This entry is closed. To change it, open it again.</source>
        <translation>Mục này đã đóng. Muốn sửa, hãy mở lại.</translation>
    </message>
    <message>
        <source>This entry is closed: “%1”. To change it, open it again.</source>
        <translation>Mục này đã đóng: “%1”. Muốn sửa, hãy mở lại.</translation>
    </message>
    <message>
        <source>This account can read this entry and not change it.</source>
        <translation>Tài khoản này được xem mục này, không được sửa.</translation>
    </message>
    <message>
        <source>The server did not take this: %1</source>
        <translation>Máy chủ không nhận. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Discard it…</source>
        <translation>Xóa bỏ…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Discard %1? It was never saved. This cannot be undone.</source>
        <translation>Xóa bỏ %1? Mục này chưa được lưu lần nào. Không khôi phục được.</translation>
    </message>
    <message>
        <source>Discard the unsaved changes to %1? This cannot be undone.</source>
        <translation>Bỏ các thay đổi chưa lưu của %1? Không khôi phục được.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Xó&amp;a bỏ</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Giữ lại</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Xóa bỏ</translation>
    </message>
    <message>
        <source>Discard what waits here of %1? The server keeps what it has. This cannot be undone.</source>
        <translation>Xóa bỏ phần đang chờ gửi của %1? Nội dung trên máy chủ giữ nguyên. Không khôi phục được.</translation>
    </message>
</context>
<context>
    <name>toasoan::EntryHistory</name>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Referred to by</source>
        <translation>Được dẫn đến từ</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Thêm mới</translation>
    </message>
</context>
<context>
    <name>toasoan::FindBar</name>
    <message>
        <source>Match case</source>
        <translation>Phân biệt hoa, thường</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Chỗ trước</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Chỗ sau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Thay thế</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Thay thế tất cả</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Tìm trong bài</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Thay bằng</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>Đã thay %Ln chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Place %1 of %2</source>
        <translation>Chỗ thứ %1 trong %2</translation>
    </message>
    <message>
        <source>Only 200 characters can be looked for. What goes beyond was left out.</source>
        <translation>Ô tìm chỉ nhận tối đa 200 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 2,000 characters fit in as a replacement. What goes beyond was left out.</source>
        <translation>Ô thay bằng chỉ nhận tối đa 2.000 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
</context>
<context>
    <name>toasoan::HistoryView</name>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người thực hiện</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>toasoan::KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Phím tắt</translation>
    </message>
</context>
<context>
    <name>toasoan::LinkDialog</name>
    <message>
        <source>Insert a link</source>
        <translation>Chèn liên kết</translation>
    </message>
    <message>
        <source>Change the link</source>
        <translation>Sửa liên kết</translation>
    </message>
    <message>
        <source>Where it leads, if the text does not say it</source>
        <translation>Nơi liên kết dẫn đến, nếu chữ hiển thị chưa nói rõ</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Đị&amp;a chỉ</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Chữ hiển &amp;thị</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>Chú &amp;giải</translation>
    </message>
    <message>
        <source>&amp;Save link</source>
        <translation>&amp;Lưu liên kết</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>&amp;Remove the link</source>
        <translation>&amp;Bỏ liên kết</translation>
    </message>
    <message>
        <source>A web address, an e-mail address, or tel: and a number.</source>
        <translation>Địa chỉ trang web, địa chỉ thư điện tử, hoặc tel: kèm số điện thoại.</translation>
    </message>
    <message>
        <source>This address cannot be used for a link.</source>
        <translation>Địa chỉ này không dùng làm liên kết được. Hãy nhập địa chỉ trang web, thư điện tử hoặc tel: kèm số điện thoại.</translation>
    </message>
    <message>
        <source>There is a blank in this address where none may be. Remove it.</source>
        <translation>Địa chỉ này có dấu cách ở chỗ không được có. Hãy bỏ dấu cách đó.</translation>
    </message>
    <message>
        <source>Will be saved as %1</source>
        <translation>Sẽ ghi thành: %1</translation>
    </message>
    <message>
        <source>Only 1,000 characters fit into a link&apos;s text. What goes beyond was left out.</source>
        <translation>Chữ hiển thị chỉ nhận tối đa 1.000 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>Only 300 characters fit into a link&apos;s title. What goes beyond was left out.</source>
        <translation>Chú giải chỉ nhận tối đa 300 ký tự. Phần vượt quá không được đưa vào.</translation>
    </message>
    <message>
        <source>This address is too long for a link: at most 1,980 characters.</source>
        <translation>Địa chỉ này quá dài, không dùng làm liên kết được. Hãy nhập địa chỉ có tối đa 1.980 ký tự.</translation>
    </message>
</context>
<context>
    <name>toasoan::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Find any command by its name (Ctrl+Shift+P)</source>
        <translation>Tìm lệnh theo tên (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Tìm tin, bài</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>Đi đến: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Tài khoản: %1</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Dùng chung</translation>
    </message>
    <message>
        <source>Find any command</source>
        <translation>Tìm lệnh</translation>
    </message>
</context>
<context>
    <name>toasoan::NewsAnnouncer</name>
    <message numerus="yes">
        <source>%Ln article(s) have changed.</source>
        <translation>
            <numerusform>%Ln bài có thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
</context>
<context>
    <name>toasoan::Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>toasoan::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>toasoan::NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>Thông báo</translation>
    </message>
</context>
<context>
    <name>toasoan::Notifications</name>
    <message numerus="yes">
        <source>Show %Ln more notice(s)</source>
        <translation>
            <numerusform>Xem thêm %Ln thông báo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::OutboxModel</name>
    <message>
        <source>(no title yet)</source>
        <translation>(chưa có tiêu đề)</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Waiting for its pictures</source>
        <translation>Chờ gửi xong ảnh</translation>
    </message>
    <message>
        <source>Being sent…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Máy chủ không nhận</translation>
    </message>
    <message>
        <source>Cannot be sent yet</source>
        <translation>Chưa gửi được</translation>
    </message>
    <message>
        <source>Waiting for an earlier step to be resolved</source>
        <translation>Chờ bước trước được xử lý</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Waiting to be sent (%1)</source>
        <translation>Chờ gửi (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>Đã gửi %1 / %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Chờ từ</translation>
    </message>
    <message>
        <source>Article, entry or picture</source>
        <translation>Bài, mục danh mục hoặc ảnh</translation>
    </message>
</context>
<context>
    <name>toasoan::OutboxPage</name>
    <message>
        <source>&amp;Send now</source>
        <translation>&amp;Gửi ngay</translation>
    </message>
    <message>
        <source>&amp;Open the article</source>
        <translation>&amp;Mở bài</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Thử &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>Xó&amp;a bỏ…</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Items saved on this PC, waiting for the server. They are sent automatically, in this order.</source>
        <translation>Các mục đã lưu trên máy này, đang chờ gửi lên máy chủ. Chương trình tự gửi theo thứ tự dưới đây.</translation>
    </message>
    <message>
        <source>Everything has been sent</source>
        <translation>Đã gửi hết</translation>
    </message>
    <message>
        <source>What you write without a network waits here, and goes out by itself.</source>
        <translation>Nội dung viết khi mất mạng sẽ chờ ở đây và tự gửi khi có mạng trở lại.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Xóa bỏ</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Xó&amp;a bỏ</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Giữ &amp;lại</translation>
    </message>
    <message>
        <source>Discard the picture “%1”? This cannot be undone.</source>
        <translation>Xóa bỏ ảnh “%1”? Ảnh chưa gửi sẽ không khôi phục được.</translation>
    </message>
    <message>
        <source>Not send “%1” of “%2”? The article stays as the server has it.</source>
        <translation>Không gửi bước “%1” của “%2” nữa? Bài giữ nguyên như trên máy chủ.</translation>
    </message>
    <message>
        <source>Discard the text of “%1” that waits here? This cannot be undone.</source>
        <translation>Xóa bỏ nội dung chờ gửi của “%1”? Nội dung này không khôi phục được.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more step(s) behind it, for the same article, go too.</source>
        <translation>
            <numerusform>%Ln mục chờ sau của cùng bài này cũng bị bỏ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do &amp;not send</source>
        <translation>&amp;Không gửi</translation>
    </message>
    <message>
        <source>Do &amp;not send…</source>
        <translation>&amp;Không gửi…</translation>
    </message>
    <message>
        <source>Looking up what waits…</source>
        <translation>Đang xem các mục chờ gửi…</translation>
    </message>
    <message>
        <source>Open the article to keep its text as a new draft, or discard this here.</source>
        <translation>Hãy mở bài để lưu nội dung thành bản nháp mới, hoặc xóa bỏ mục này tại đây.</translation>
    </message>
    <message>
        <source>&amp;Open the entry</source>
        <translation>&amp;Mở mục</translation>
    </message>
    <message>
        <source>Not send “%1” of “%2”? The entry stays as the server has it.</source>
        <translation>Không gửi bước “%1” của “%2”? Mục giữ nguyên như trên máy chủ.</translation>
    </message>
    <message>
        <source>Discard what was saved of “%1” and waits here? This cannot be undone.</source>
        <translation>Xóa bỏ nội dung đã lưu của “%1” đang chờ gửi? Không khôi phục được.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more step(s) behind it, for the same entry, go too.</source>
        <translation>
            <numerusform>%Ln bước sau đó của cùng mục này cũng bị xóa bỏ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::PicturesPanel</name>
    <message>
        <source>Add p&amp;ictures…</source>
        <translation>Thê&amp;m ảnh…</translation>
    </message>
    <message>
        <source>Pictures sent</source>
        <translation>Tiến độ gửi ảnh</translation>
    </message>
    <message>
        <source>No pictures yet. Drop them into the text, paste them, or choose them here.</source>
        <translation>Chưa có ảnh. Kéo thả hoặc dán ảnh vào bài, hay chọn ảnh ở đây.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s), being sent: %1 %</source>
        <translation>
            <numerusform>%Ln ảnh, đang gửi %1%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln ảnh</numerusform>
        </translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>Không có ảnh</translation>
    </message>
</context>
<context>
    <name>toasoan::PortalButton</name>
    <message>
        <source>On the portal</source>
        <translation>Trên cổng</translation>
    </message>
    <message>
        <source>Open on the portal, or copy the address</source>
        <translation>Xem trên cổng hoặc sao chép địa chỉ</translation>
    </message>
    <message>
        <source>&amp;View on the portal</source>
        <translation>&amp;Xem trên cổng</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Sao chép địa chỉ</translation>
    </message>
</context>
<context>
    <name>toasoan::PreviewView</name>
    <message>
        <source>The article as readers will see it</source>
        <translation>Bài như bạn đọc sẽ thấy</translation>
    </message>
</context>
<context>
    <name>toasoan::PreviewWindow</name>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Sh&amp;ow it again</source>
        <translation>&amp;Mở lại</translation>
    </message>
    <message>
        <source>The preview has stopped several times.</source>
        <translation>Khung xem trước gặp lỗi nhiều lần.</translation>
    </message>
    <message>
        <source>Width of the page</source>
        <translation>Chiều rộng trang</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>Điện &amp;thoại</translation>
    </message>
    <message>
        <source>&amp;Desktop</source>
        <translation>&amp;Máy tính</translation>
    </message>
    <message>
        <source>%1 pixels wide</source>
        <translation>Trang rộng %1 điểm ảnh</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>Chưa đăng</translation>
    </message>
    <message>
        <source>The date shown is now; it becomes the hour of publishing.</source>
        <translation>Ngày giờ trên trang là lúc này; khi đăng sẽ là giờ đăng.</translation>
    </message>
    <message>
        <source>Scheduled for %1; that is the date shown.</source>
        <translation>Đã hẹn đăng lúc %1; ngày giờ trên trang là giờ đó.</translation>
    </message>
    <message>
        <source>These changes are not published yet</source>
        <translation>Nội dung này chưa đăng</translation>
    </message>
    <message>
        <source>Readers have version %1.</source>
        <translation>Trên cổng vẫn là phiên bản %1.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã đăng</translation>
    </message>
    <message>
        <source>Readers have exactly this text.</source>
        <translation>Bạn đọc đang xem đúng nội dung này.</translation>
    </message>
    <message>
        <source>Taken down</source>
        <translation>Đã gỡ</translation>
    </message>
    <message>
        <source>It would look like this if it were published again.</source>
        <translation>Nếu đăng lại, bài sẽ hiện như thế này.</translation>
    </message>
    <message>
        <source>Where two wordings are still open, both are shown.</source>
        <translation>Chỗ chưa chọn giữa hai cách viết, trang hiện cả hai.</translation>
    </message>
    <message>
        <source>Preview: %1 (%2)</source>
        <translation>Xem trước: %1 (%2)</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>chưa có tiêu đề</translation>
    </message>
    <message>
        <source>This link leads to the article itself; its address is known once it is published.</source>
        <translation>Liên kết này dẫn đến chính bài này; địa chỉ của bài có khi đăng.</translation>
    </message>
    <message>
        <source>Links do not open in the preview. On the portal this one leads to %1</source>
        <translation>Bản xem trước không mở liên kết. Trên cổng, liên kết này dẫn đến %1</translation>
    </message>
    <message>
        <source>On the portal this link leads to %1</source>
        <translation>Trên cổng, liên kết này dẫn đến %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) are not on this PC yet; a sign stands in their place.</source>
        <translation>
            <numerusform>%Ln ảnh chưa có trên máy này; trang có ô thay vào chỗ đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed frames mark what the portal adds: related articles, numbers of visits.</source>
        <translation>Khung nét đứt là chỗ cổng sẽ thêm tin liên quan và số lượt truy cập.</translation>
    </message>
</context>
<context>
    <name>toasoan::ReadingView</name>
    <message>
        <source>The article as it will be read</source>
        <translation>Bản bạn đọc sẽ xem trên cổng</translation>
    </message>
</context>
<context>
    <name>toasoan::ReasonDialog</name>
    <message>
        <source>&amp;Reason (required)</source>
        <translation>&amp;Lý do (bắt buộc)</translation>
    </message>
    <message>
        <source>&amp;Reason (optional)</source>
        <translation>&amp;Lý do (không bắt buộc)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too many</source>
        <translation>
            <numerusform>Thừa %Ln ký tự</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::RegistersPage</name>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Đưa lên (Alt+↑)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Đưa xuống (Alt+↓)</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>In use or closed</source>
        <translation>Đang dùng hoặc đã đóng</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <source>In use and closed</source>
        <translation>Đang dùng và đã đóng</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Thêm: %1</translation>
    </message>
    <message>
        <source>A new entry (Ctrl+Shift+N)</source>
        <translation>Thêm mục mới (Ctrl+Shift+N)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln mục</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is being made… %1%</source>
        <translation>Đang lập danh sách… %1%</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Search for other words, or clear the filters.</source>
        <translation>Hãy tìm từ khác hoặc bỏ lọc.</translation>
    </message>
    <message>
        <source>Nothing is closed</source>
        <translation>Chưa có mục nào đã đóng</translation>
    </message>
    <message>
        <source>What is closed is kept here with its reason, and can be opened again.</source>
        <translation>Mục đã đóng được giữ ở đây cùng lý do và có thể mở lại.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Chưa có mục nào</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Đưa &amp;lên</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Đưa &amp;xuống</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>%1: all</source>
        <comment>a field that a list is filtered by</comment>
        <translation>%1: tất cả</translation>
    </message>
</context>
<context>
    <name>toasoan::ReviewPage</name>
    <message>
        <source>%1: two people wrote this differently, and nobody has chosen between the two wordings yet.</source>
        <translation>%1: hai người sửa khác nhau và chưa ai chọn giữa hai cách viết.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of the article are not on this PC yet: “%1” can be pressed when you have seen them.</source>
        <translation>
            <numerusform>Còn %Ln ảnh chưa tải về máy này: “%1” chỉ bấm được sau khi đã xem đủ ảnh.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Duyệt bài</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Chưa mở tin, bài nào</translation>
    </message>
    <message>
        <source>Choose an article on the left to read it here.</source>
        <translation>Hãy chọn ở danh sách bên trái để đọc tại đây.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) wait for you</source>
        <translation>
            <numerusform>%Ln tin, bài chờ xử lý</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Chưa có tiêu đề</translation>
    </message>
    <message>
        <source>This article is no longer on the server, or no longer yours to see.</source>
        <translation>Bài này không còn trên máy chủ, hoặc tài khoản này không còn quyền xem.</translation>
    </message>
    <message>
        <source>A newer version arrived while you were reading: %1. Read it before you decide.</source>
        <translation>Trong lúc đọc, bài đã có bản mới hơn: %1. Hãy đọc bản đó trước khi quyết định.</translation>
    </message>
    <message>
        <source>&amp;Show what changed</source>
        <translation>X&amp;em chỗ thay đổi</translation>
    </message>
    <message>
        <source>Read the newer text</source>
        <translation>Đọc bản &amp;mới</translation>
    </message>
    <message>
        <source>The server did not accept “%1”; it stands in the outbox. %2</source>
        <translation>Máy chủ không nhận bước “%1”, bước này còn trong mục Chờ gửi. %2</translation>
    </message>
    <message>
        <source>“%1” is waiting on this PC and will be sent once you sign in.</source>
        <translation>Bước “%1” đang chờ trên máy này và sẽ tự gửi sau khi đăng nhập.</translation>
    </message>
    <message>
        <source>“%1” is waiting on this PC and will be sent as soon as the server can be reached.</source>
        <translation>Bước “%1” đang chờ trên máy này và sẽ tự gửi khi kết nối được với máy chủ.</translation>
    </message>
    <message>
        <source>These are waiting on this PC, in this order, and will be sent once you sign in: %1.</source>
        <translation>Các bước sau đang chờ trên máy này, theo thứ tự này, và sẽ tự gửi sau khi đăng nhập: %1.</translation>
    </message>
    <message>
        <source>These are waiting on this PC, in this order, and will be sent as soon as the server can be reached: %1.</source>
        <translation>Các bước sau đang chờ trên máy này, theo thứ tự này, và sẽ tự gửi khi kết nối được với máy chủ: %1.</translation>
    </message>
    <message>
        <source>Reason given last: %1</source>
        <translation>Lý do gần nhất: %1</translation>
    </message>
    <message>
        <source>What you wrote last is not in %1, which is shown here. It is kept on this PC.</source>
        <translation>Nội dung vừa viết chưa nằm trong %1 đang hiện ở đây, vẫn lưu trên máy này.</translation>
    </message>
    <message>
        <source>Show what you wrote</source>
        <translation>Xem nội dung vừa viết</translation>
    </message>
    <message>
        <source>The text is still the one that readers have.</source>
        <translation>Nội dung chưa khác gì bản bạn đọc đang xem.</translation>
    </message>
    <message>
        <source>A correction of what readers see, %1.</source>
        <translation>Đây là bản đính chính; bạn đọc đang xem %1.</translation>
    </message>
    <message>
        <source>A correction of what readers see, %1. Reason: %2</source>
        <translation>Đây là bản đính chính; bạn đọc đang xem %1. Lý do: %2</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Open for ed&amp;iting</source>
        <translation>Mở để sử&amp;a</translation>
    </message>
    <message>
        <source>There is nothing for you to decide here.</source>
        <translation>Bài này không có bước nào chờ xử lý.</translation>
    </message>
    <message>
        <source>You are reading version %1, which is no longer the newest.</source>
        <translation>Đang đọc phiên bản %1, không phải phiên bản mới nhất.</translation>
    </message>
    <message>
        <source>This text is being saved; it can be approved as soon as that is done.</source>
        <translation>Nội dung này đang được lưu; lưu xong mới duyệt được.</translation>
    </message>
    <message>
        <source>Your decision applies to exactly this text: version %1 (fingerprint %2).</source>
        <translation>Quyết định áp dụng cho đúng nội dung đang hiện: phiên bản %1 (mã kiểm tra %2).</translation>
    </message>
    <message>
        <source>Two people changed the same words of the text, and nobody has chosen between them yet.</source>
        <translation>Có chỗ hai người cùng sửa mà chưa chọn cách viết nào.</translation>
    </message>
    <message>
        <source>%1 The article cannot move on until this is resolved.</source>
        <translation>%1 Chọn xong mới chuyển được sang bước sau.</translation>
    </message>
    <message>
        <source>Somebody has to choose between two wordings first.</source>
        <translation>Cần chọn một trong hai cách viết trước.</translation>
    </message>
    <message>
        <source>The reading view has stopped several times.</source>
        <translation>Khung đọc bài gặp lỗi nhiều lần.</translation>
    </message>
    <message>
        <source>Sh&amp;ow it again</source>
        <translation>&amp;Mở lại</translation>
    </message>
    <message>
        <source>You cannot decide on a text that cannot be shown.</source>
        <translation>Chưa đọc được nội dung thì chưa quyết định được.</translation>
    </message>
    <message>
        <source>You can decide once the text is shown here.</source>
        <translation>Có thể quyết định khi nội dung đã hiện đầy đủ ở đây.</translation>
    </message>
    <message>
        <source>Next a&amp;rticle</source>
        <translation>Bài tiếp the&amp;o</translation>
    </message>
    <message>
        <source>“%1” can be pressed once what is listed above has been put right.</source>
        <translation>Chỉ bấm được “%1” sau khi những điểm nêu ở trên đã được xử lý.</translation>
    </message>
    <message>
        <source>Part of the text went by too quickly. Scroll up through it once more: then “%1” can be pressed.</source>
        <translation>Có đoạn lướt qua nhanh quá. Hãy cuộn lên xem lại một lượt, rồi bấm được “%1”.</translation>
    </message>
    <message>
        <source>Read to the end first: “%1” can be pressed when all of the text has been shown.</source>
        <translation>Hãy đọc đến hết bài: “%1” chỉ bấm được khi toàn bộ nội dung đã hiện ra.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of the article cannot be shown on this PC yet: “%1” can be pressed when you have seen them.</source>
        <translation>
            <numerusform>Còn %Ln ảnh máy này chưa hiển thị được: “%1” chỉ bấm được sau khi đã xem đủ ảnh.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>“%1” is being sent to the server.</source>
        <translation>Bước “%1” đang được gửi lên máy chủ.</translation>
    </message>
    <message>
        <source>These are being sent to the server, in this order: %1.</source>
        <translation>Các bước sau đang được gửi lên máy chủ, theo thứ tự: %1.</translation>
    </message>
</context>
<context>
    <name>toasoan::ReviewQuestions</name>
    <message>
        <source>Publish %1 now, and not at its hour, %2? Everybody can read it as soon as the server has the step.</source>
        <translation>Đăng %1 ngay bây giờ, không đợi đến giờ hẹn (%2)? Bạn đọc xem được ngay khi máy chủ nhận bước này.</translation>
    </message>
    <message>
        <source>Publish %1 now? Everybody can read it as soon as the server has the step.</source>
        <translation>Đăng %1 ngay bây giờ? Bạn đọc xem được ngay khi máy chủ nhận bước này.</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Đăng ngay</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
</context>
<context>
    <name>toasoan::ReviewQueue</name>
    <message>
        <source>What waits for you</source>
        <translation>Việc chờ xử lý</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Không có việc chờ xử lý</translation>
    </message>
    <message>
        <source>Articles waiting to be accepted, approved or published appear here automatically.</source>
        <translation>Bài mới gửi, bài chờ duyệt và bài chờ đăng sẽ tự hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>toasoan::ReviewQueueModel</name>
    <message>
        <source>To approve</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>To publish</source>
        <translation>Chờ đăng</translation>
    </message>
    <message>
        <source>To take in</source>
        <translation>Chờ tiếp nhận</translation>
    </message>
    <message>
        <source>In editing</source>
        <translation>Đang biên tập</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Đã hẹn giờ</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Chưa có tiêu đề</translation>
    </message>
    <message>
        <source>Without their authors</source>
        <translation>Không còn tác giả</translation>
    </message>
    <message>
        <source>Being corrected</source>
        <translation>Đang đính chính</translation>
    </message>
    <message>
        <source>For another to approve</source>
        <translation>Cần người khác duyệt</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
</context>
<context>
    <name>toasoan::SavedTrail</name>
    <message>
        <source>Not kept</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>What you wrote last stands on this page alone.</source>
        <translation>Phần viết sau cùng chỉ có trên trang này.</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>Đã lưu trên máy</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>Đã đăng</translation>
    </message>
    <message>
        <source>Being kept…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Not on the portal</source>
        <translation>Chưa đăng</translation>
    </message>
    <message>
        <source>What you wrote is kept on this PC, and sent when the server can be reached.</source>
        <translation>Nội dung đã viết được lưu trên máy này và tự gửi khi kết nối được với máy chủ.</translation>
    </message>
    <message>
        <source>The server has exactly the text that you see.</source>
        <translation>Máy chủ đã có đúng nội dung đang hiện.</translation>
    </message>
    <message>
        <source>Portal: version %1</source>
        <translation>Cổng: phiên bản %1</translation>
    </message>
    <message>
        <source>Readers see version %1 on the portal.</source>
        <translation>Trên cổng, bạn đọc đang xem phiên bản %1.</translation>
    </message>
    <message>
        <source>What you wrote last is being kept on this PC.</source>
        <translation>Nội dung vừa viết đang được lưu trên máy này.</translation>
    </message>
    <message>
        <source>No longer on the portal</source>
        <translation>Không còn trên cổng</translation>
    </message>
</context>
<context>
    <name>toasoan::ScheduleDialog</name>
    <message>
        <source>Schedule</source>
        <translation>Hẹn giờ đăng</translation>
    </message>
    <message>
        <source>When should it be published?</source>
        <translation>Đăng vào lúc nào?</translation>
    </message>
    <message>
        <source>In &amp;one hour</source>
        <translation>&amp;Một giờ nữa</translation>
    </message>
    <message>
        <source>Today 17:00</source>
        <translation>Hôm nay 17:00</translation>
    </message>
    <message>
        <source>Tomorrow 07:00</source>
        <translation>Ngày mai 07:00</translation>
    </message>
    <message>
        <source>Monday %1, 07:00</source>
        <translation>Thứ Hai %1, 07:00</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>Hẹn &amp;giờ đăng</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>It will be published at %1.</source>
        <translation>Bài sẽ được đăng lúc %1.</translation>
    </message>
    <message>
        <source>&amp;Hour</source>
        <translation>G&amp;iờ</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Ca&amp;lendar</source>
        <translation>&amp;Lịch</translation>
    </message>
    <message>
        <source>Hours are the portal&apos;s (%1); this PC&apos;s clock shows others.</source>
        <translation>Giờ ở đây là giờ của cổng (%1), khác với đồng hồ của máy này.</translation>
    </message>
    <message>
        <source>Enter an hour, for example 7:00 or 19h30.</source>
        <translation>Hãy nhập giờ, ví dụ 7:00 hoặc 19h30.</translation>
    </message>
    <message>
        <source>“%1” cannot be read as an hour. Write it like 7:00 or 19h30.</source>
        <translation>Không đọc được giờ “%1”. Hãy viết như 7:00 hoặc 19h30.</translation>
    </message>
    <message>
        <source>Enter a day, for example %1.</source>
        <translation>Hãy nhập ngày, ví dụ %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a day. Write it like %2.</source>
        <translation>Không đọc được ngày “%1”. Hãy viết như %2.</translation>
    </message>
    <message>
        <source>There is no such day: month %1 has no day %2.</source>
        <translation>Không có ngày này: tháng %1 không có ngày %2.</translation>
    </message>
    <message>
        <source>The day %1 has passed. For another year, type the year too.</source>
        <translation>Ngày %1 đã qua. Nếu là năm khác, hãy nhập cả năm.</translation>
    </message>
    <message>
        <source>Clocks are put forward that day, and this hour does not exist.</source>
        <translation>Ngày đó đồng hồ được vặn nhanh lên nên không có giờ này.</translation>
    </message>
    <message>
        <source>This hour has passed: it is now %1.</source>
        <translation>Giờ này đã qua: bây giờ là %1.</translation>
    </message>
</context>
<context>
    <name>toasoan::SignInPage</name>
    <message>
        <source>Ser&amp;ver</source>
        <translation>Má&amp;y chủ</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>Đăng &amp;nhập</translation>
    </message>
    <message>
        <source>Go &amp;on without signing in</source>
        <translation>&amp;Quay lại, chưa đăng nhập</translation>
    </message>
    <message>
        <source>Sign in with the account that your newsroom gave you.</source>
        <translation>Đăng nhập bằng tài khoản đã được cấp.</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Tài khoản</translation>
    </message>
    <message>
        <source>Passwo&amp;rd</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Địa chỉ máy chủ</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Tên tài khoản</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Hiện mật khẩu</translation>
    </message>
    <message>
        <source>A demo newsroom has been created</source>
        <translation>Đã tạo dữ liệu dùng thử</translation>
    </message>
    <message>
        <source>Choose one of its accounts. The passwords are shown only this once: note down those that you want to keep.</source>
        <translation>Hãy chọn một tài khoản và ghi lại những mật khẩu cần dùng: mật khẩu chỉ hiện một lần này.</translation>
    </message>
    <message>
        <source>For accounts, sections and settings; no items</source>
        <translation>Để quản lý tài khoản, chuyên mục, cài đặt; không viết, không duyệt bài</translation>
    </message>
    <message>
        <source>Use the account %1, %2</source>
        <translation>Dùng tài khoản %1, %2</translation>
    </message>
    <message>
        <source>Enter the account name and the password.</source>
        <translation>Hãy nhập tên tài khoản và mật khẩu.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Đang đăng nhập…</translation>
    </message>
</context>
<context>
    <name>toasoan::StateChip</name>
    <message>
        <source>State: %1</source>
        <translation>Trạng thái: %1</translation>
    </message>
</context>
<context>
    <name>toasoan::StepResults</name>
    <message numerus="yes">
        <source>%Ln more step(s) have not reached the server either: see the outbox.</source>
        <translation>
            <numerusform>Ngoài ra còn %Ln bước chưa đến máy chủ, xem ở mục Chờ gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>toasoan::SubmitDialog</name>
    <message>
        <source>Still missing (choose a line to go there). It cannot be approved without those marked red:</source>
        <translation>Còn thiếu (chọn một dòng để đến chỗ đó). Các mục màu đỏ phải có thì bài mới được duyệt:</translation>
    </message>
    <message>
        <source>Tick the line above first.</source>
        <translation>Hãy đánh dấu vào dòng ở trên trước.</translation>
    </message>
    <message>
        <source>I have &amp;read the whole article as it is now.</source>
        <translation>Tôi đã đọc toàn &amp;bộ bài như hiện nay.</translation>
    </message>
    <message>
        <source>Request approval</source>
        <translation>Trình lãnh đạo duyệt</translation>
    </message>
    <message>
        <source>Request approval of this article?</source>
        <translation>Trình lãnh đạo duyệt bài này?</translation>
    </message>
    <message>
        <source>The leaders of the board will receive it. You can take it back until one of them decides.</source>
        <translation>Lãnh đạo Ban Biên tập sẽ nhận bài. Có thể thu hồi khi chưa có ý kiến của lãnh đạo.</translation>
    </message>
    <message>
        <source>Request &amp;approval</source>
        <translation>&amp;Trình lãnh đạo duyệt</translation>
    </message>
    <message>
        <source>I con&amp;firm that this article contains no state secrets.</source>
        <translation>Tôi &amp;cam kết bài này không chứa thông tin thuộc bí mật nhà nước.</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Gửi duyệt</translation>
    </message>
    <message>
        <source>Submit this article?</source>
        <translation>Gửi duyệt bài này?</translation>
    </message>
    <message>
        <source>Section: %1</source>
        <translation>Chuyên mục: %1</translation>
    </message>
    <message>
        <source>The editors will receive it. You can withdraw it until one of them accepts it.</source>
        <translation>Biên tập viên sẽ nhận bài. Có thể rút lại khi chưa có người tiếp nhận.</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Gửi duyệt</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>Still missing (choose a line to go there):</source>
        <translation>Còn thiếu (bấm vào một dòng để đến chỗ đó):</translation>
    </message>
</context>
<context>
    <name>toasoan::TableGrid</name>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 hàng × %2 cột</translation>
    </message>
</context>
<context>
    <name>toasoan::TakeDownButton</name>
    <message>
        <source>Take &amp;down…</source>
        <translation>&amp;Gỡ bài…</translation>
    </message>
</context>
<context>
    <name>toasoan::VersionsDialog</name>
    <message numerus="yes">
        <source>Show %Ln save(s) in between</source>
        <translation>
            <numerusform>Hiện %Ln lần lưu ở giữa</numerusform>
        </translation>
    </message>
    <message>
        <source>What was saved while somebody went on writing. Kept at the server for 30 days.</source>
        <translation>Các bản lưu trong lúc đang viết. Máy chủ giữ lại 30 ngày.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>What is different now</source>
        <translation>Khác với hiện nay</translation>
    </message>
    <message>
        <source>This version</source>
        <translation>Phiên bản này</translation>
    </message>
    <message>
        <source>View of the version</source>
        <translation>Cách xem phiên bản</translation>
    </message>
    <message>
        <source>Restoring puts this version’s text in place of the present one. It can be undone, and the present text stays among the versions once it has been saved.</source>
        <translation>Nội dung của phiên bản này sẽ thay nội dung hiện nay. Có thể hoàn tác; nội dung hiện nay đã lưu vẫn còn trong danh sách phiên bản.</translation>
    </message>
    <message>
        <source>A version can be restored while the article is open for writing.</source>
        <translation>Khôi phục được khi bài đang mở để viết.</translation>
    </message>
    <message>
        <source>&amp;Restore this version</source>
        <translation>&amp;Khôi phục phiên bản này</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đó&amp;ng</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Phiên bản %1</translation>
    </message>
    <message>
        <source>On the portal now</source>
        <translation>Đang hiện trên cổng</translation>
    </message>
    <message>
        <source>There is no saved version yet.</source>
        <translation>Chưa có phiên bản nào được lưu.</translation>
    </message>
    <message>
        <source>Fetching the versions…</source>
        <translation>Đang tải danh sách phiên bản…</translation>
    </message>
</context>
<context>
    <name>toasoan::Workstation</name>
    <message>
        <source>Articles</source>
        <translation>Tin, bài</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Duyệt bài</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Search articles by title (Ctrl+Shift+F)</source>
        <translation>Tìm tin, bài theo tiêu đề (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>&amp;New article</source>
        <translation>Viết &amp;bài mới</translation>
    </message>
    <message>
        <source>Send and receive now</source>
        <translation>Gửi và nhận ngay</translation>
    </message>
    <message>
        <source>Everything is up to date.</source>
        <translation>Dữ liệu đã mới nhất.</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Làm việc ngoại tuyến</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for you</source>
        <translation>
            <numerusform>%Ln tin, bài chờ xử lý</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln mục chờ gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>This PC has no keychain, so you will need to sign in each time the program starts. What you write is saved either way.</source>
        <translation>Máy này chưa có nơi lưu đăng nhập an toàn nên mỗi lần mở chương trình phải đăng nhập lại. Nội dung đã viết vẫn được lưu.</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>Duyệt bài</translation>
    </message>
    <message>
        <source>Take the main (red) step: approve, publish, accept</source>
        <translation>Thực hiện bước chính (nút nền đỏ): duyệt, đăng, tiếp nhận</translation>
    </message>
    <message>
        <source>From the list to the text</source>
        <translation>Chuyển từ danh sách sang nội dung bài</translation>
    </message>
    <message>
        <source>Light look</source>
        <translation>Giao diện sáng</translation>
    </message>
    <message>
        <source>Dark look</source>
        <translation>Giao diện tối</translation>
    </message>
    <message>
        <source>Look of the system</source>
        <translation>Giao diện theo hệ thống</translation>
    </message>
    <message>
        <source>Back to where you came from</source>
        <translation>Quay lại nơi vừa rời</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) with changes not seen yet</source>
        <translation>
            <numerusform>%Ln bài có thay đổi chưa xem</numerusform>
        </translation>
    </message>
    <message>
        <source>This PC did not keep the last sign-in. Sign in to send and receive; what you write is saved either way.</source>
        <translation>Máy này không lưu được lần đăng nhập trước. Hãy đăng nhập để gửi và nhận tin, bài; nội dung đã viết vẫn được lưu.</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an entry, and what there is to say about it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>toasoan::WritingPage</name>
    <message>
        <source>Version %1 was not restored.</source>
        <translation>Chưa khôi phục phiên bản %1.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Thử lại</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) waiting to be sent</source>
        <translation>
            <numerusform>%Ln bước chờ gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;view…</source>
        <translation>&amp;Xem và xử lý…</translation>
    </message>
    <message>
        <source>This article is no longer at the server, or no longer yours to see. What you wrote is still on this PC.</source>
        <translation>Bài này không còn trên máy chủ, hoặc tài khoản này không còn quyền xem. Nội dung đã viết vẫn còn trên máy này.</translation>
    </message>
    <message>
        <source>&amp;Keep as a new draft</source>
        <translation>&amp;Lưu thành bản nháp mới</translation>
    </message>
    <message>
        <source>The server did not accept “%1”. %2</source>
        <translation>Máy chủ không nhận bước “%1”. %2</translation>
    </message>
    <message>
        <source>Di&amp;scard</source>
        <translation>Xóa bỏ</translation>
    </message>
    <message>
        <source>Your text is now a new draft.</source>
        <translation>Đã lưu nội dung thành bản nháp mới.</translation>
    </message>
    <message>
        <source>&amp;Keep the draft</source>
        <translation>&amp;Giữ bản nháp</translation>
    </message>
    <message>
        <source>You deleted this draft. It goes as soon as the server has heard of it.</source>
        <translation>Bản nháp này chờ xóa: sẽ mất khỏi danh sách ngay khi máy chủ nhận được.</translation>
    </message>
    <message>
        <source>This article waits for your approval. Once you have changed it, somebody else has to look at it before you can approve it.</source>
        <translation>Bài đang chờ duyệt. Nếu sửa ở đây, phải có người khác xem lại thì mới duyệt được.</translation>
    </message>
    <message>
        <source>%1: read-only for now.</source>
        <translation>%1: hiện chỉ xem.</translation>
    </message>
    <message>
        <source>%1: read-only.</source>
        <translation>%1: chỉ xem.</translation>
    </message>
    <message>
        <source>To go on writing, press “%1”.</source>
        <translation>Muốn viết tiếp, hãy bấm “%1”.</translation>
    </message>
    <message>
        <source>“%1” is on this PC, and the server does not have it yet. The article is read-only after this step.</source>
        <translation>Bước “%1” mới lưu trên máy này, máy chủ chưa nhận. Sau bước này bài chỉ xem.</translation>
    </message>
    <message>
        <source>%1: read-only for now. What you wrote last is not in version %2; it is kept on this PC.</source>
        <translation>%1: hiện chỉ xem. Nội dung vừa viết chưa nằm trong phiên bản %2, vẫn lưu trên máy này.</translation>
    </message>
    <message>
        <source>Go t&amp;here</source>
        <translation>Đế&amp;n chỗ đó</translation>
    </message>
    <message>
        <source>Mark as reso&amp;lved</source>
        <translation>Đã chọn x&amp;ong</translation>
    </message>
    <message>
        <source>Two people changed the same words of the text. Both wordings are marked in it: choose one at each place.</source>
        <translation>Có chỗ hai người cùng sửa. Cả hai cách viết được tô màu trong bài: hãy chọn một ở mỗi chỗ.</translation>
    </message>
    <message>
        <source>Ne&amp;xt wording</source>
        <translation>Chỗ t&amp;iếp theo</translation>
    </message>
    <message>
        <source>Keep thi&amp;s one</source>
        <translation>Giữ cách nà&amp;y</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>Giữ cả h&amp;ai</translation>
    </message>
    <message>
        <source>What you typed could not be kept on this PC, so the article stays open. %1</source>
        <translation>Phần vừa gõ chưa lưu được trên máy này nên bài vẫn để mở. %1</translation>
    </message>
    <message>
        <source>Section, authors, pictures beside the text</source>
        <translation>Chuyên mục, tác giả, ảnh bên cạnh nội dung</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Who saved which version when, and putting one back</source>
        <translation>Ai lưu phiên bản nào, lúc nào; khôi phục một phiên bản</translation>
    </message>
    <message>
        <source>what is written here now</source>
        <translation>nội dung đang viết</translation>
    </message>
    <message>
        <source>Version %1 is in place again. It is kept like anything you type.</source>
        <translation>Đã khôi phục phiên bản %1. Nội dung này được lưu và gửi như khi gõ.</translation>
    </message>
    <message>
        <source>Undo restoring</source>
        <translation>Hoàn tác khôi phục</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>%1 is editing this article.</source>
        <translation>%1 đang biên tập bài này.</translation>
    </message>
</context>
<context>
    <name>StepText</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Sub&amp;mit for approval</source>
        <translation>Gửi &amp;duyệt</translation>
    </message>
    <message>
        <source>W&amp;ithdraw</source>
        <translation>&amp;Rút lại</translation>
    </message>
    <message>
        <source>&amp;Accept for editing</source>
        <translation>Tiếp &amp;nhận</translation>
    </message>
    <message>
        <source>Request a&amp;pproval</source>
        <translation>T&amp;rình lãnh đạo duyệt</translation>
    </message>
    <message>
        <source>Return to a&amp;uthor</source>
        <translation>&amp;Trả lại tác giả</translation>
    </message>
    <message>
        <source>Return to &amp;editor</source>
        <translation>Trả lại biên tậ&amp;p viên</translation>
    </message>
    <message>
        <source>Reje&amp;ct</source>
        <translation>Từ &amp;chối</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Duyệt</translation>
    </message>
    <message>
        <source>Sc&amp;hedule…</source>
        <translation>&amp;Hẹn giờ đăng…</translation>
    </message>
    <message>
        <source>C&amp;hange the hour…</source>
        <translation>&amp;Hẹn lại giờ đăng…</translation>
    </message>
    <message>
        <source>Change the hour</source>
        <translation>Hẹn lại giờ đăng</translation>
    </message>
    <message>
        <source>Cance&amp;l schedule</source>
        <translation>Hủy hẹ&amp;n giờ</translation>
    </message>
    <message>
        <source>&amp;Publish now</source>
        <translation>Đăn&amp;g ngay</translation>
    </message>
    <message>
        <source>Take &amp;down</source>
        <translation>Gỡ bà&amp;i</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>Đí&amp;nh chính</translation>
    </message>
    <message>
        <source>Reopen &amp;for editing…</source>
        <translation>Mở lại để sử&amp;a…</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>Th&amp;u hồi</translation>
    </message>
    <message>
        <source>De&amp;lete the draft…</source>
        <translation>Xóa &amp;bỏ bản nháp…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Gửi duyệt</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>Accept for editing</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Request approval</source>
        <translation>Trình lãnh đạo duyệt</translation>
    </message>
    <message>
        <source>Return to author</source>
        <translation>Trả lại tác giả</translation>
    </message>
    <message>
        <source>Return to editor</source>
        <translation>Trả lại biên tập viên</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Hẹn giờ đăng</translation>
    </message>
    <message>
        <source>Cancel schedule</source>
        <translation>Hủy hẹn giờ</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Đăng</translation>
    </message>
    <message>
        <source>Take down</source>
        <translation>Gỡ bài</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>Reopen for editing</source>
        <translation>Mở lại để sửa</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Xóa bỏ bản nháp</translation>
    </message>
    <message>
        <source>the untitled article</source>
        <translation>bài chưa có tiêu đề</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>bài “%1”</translation>
    </message>
    <message>
        <source>You saved %1.</source>
        <translation>Đã lưu %1.</translation>
    </message>
    <message>
        <source>You submitted %1 for approval.</source>
        <translation>Đã gửi duyệt %1.</translation>
    </message>
    <message>
        <source>You withdrew %1.</source>
        <translation>Đã rút lại %1.</translation>
    </message>
    <message>
        <source>You approved %1.</source>
        <translation>Đã duyệt %1.</translation>
    </message>
    <message>
        <source>You published %1.</source>
        <translation>Đã đăng %1.</translation>
    </message>
    <message>
        <source>You sent %1 to the chair for approval.</source>
        <translation>Đã trình lãnh đạo duyệt %1.</translation>
    </message>
    <message>
        <source>You accepted %1 for editing.</source>
        <translation>Đã tiếp nhận %1.</translation>
    </message>
    <message>
        <source>You scheduled %1.</source>
        <translation>Đã hẹn giờ đăng %1.</translation>
    </message>
    <message>
        <source>You cancelled the schedule of %1.</source>
        <translation>Đã hủy hẹn giờ đăng %1.</translation>
    </message>
    <message>
        <source>You returned %1 to its editor.</source>
        <translation>Đã trả lại %1 cho biên tập viên.</translation>
    </message>
    <message>
        <source>You returned %1 to its author.</source>
        <translation>Đã trả lại %1 cho tác giả.</translation>
    </message>
    <message>
        <source>You refused %1.</source>
        <translation>Đã từ chối %1.</translation>
    </message>
    <message>
        <source>You opened %1 for correction.</source>
        <translation>Đã mở %1 để đính chính.</translation>
    </message>
    <message>
        <source>You opened %1 for editing again.</source>
        <translation>Đã mở lại %1 để sửa.</translation>
    </message>
    <message>
        <source>You took down %1.</source>
        <translation>Đã gỡ %1 khỏi cổng.</translation>
    </message>
    <message>
        <source>You took back the decision on %1.</source>
        <translation>Đã thu hồi quyết định về %1.</translation>
    </message>
    <message>
        <source>You deleted %1.</source>
        <translation>Đã xóa %1.</translation>
    </message>
    <message>
        <source>%1 is not published yet: readers do not have this version.</source>
        <translation>Chưa đăng %1: bạn đọc chưa xem được phiên bản này.</translation>
    </message>
    <message>
        <source>%1 is not taken down yet: readers still see it.</source>
        <translation>Chưa gỡ %1: bạn đọc vẫn đang xem được.</translation>
    </message>
    <message>
        <source>%1 is not scheduled yet.</source>
        <translation>Chưa hẹn giờ đăng %1.</translation>
    </message>
    <message>
        <source>The schedule of %1 is not cancelled yet: it will still be published at its hour.</source>
        <translation>Chưa hủy hẹn giờ của %1: đến giờ bài vẫn được đăng.</translation>
    </message>
    <message>
        <source>%1 is not withdrawn yet: the editors still have it.</source>
        <translation>Chưa rút lại %1: bài vẫn ở chỗ biên tập.</translation>
    </message>
    <message>
        <source>“%1” of %2 has not reached the server yet.</source>
        <translation>Mới lưu bước “%1” với %2 trên máy này, máy chủ chưa nhận.</translation>
    </message>
    <message>
        <source>The step is being sent to the server.</source>
        <translation>Bước này đang được gửi lên máy chủ.</translation>
    </message>
    <message>
        <source>It waits on this PC, and is sent once you sign in.</source>
        <translation>Bước này còn trên máy, sẽ tự gửi sau khi đăng nhập.</translation>
    </message>
    <message>
        <source>It is sent when the server can be reached.</source>
        <translation>Sẽ tự gửi khi có kết nối.</translation>
    </message>
    <message>
        <source>The step waits on this PC until the server can be reached.</source>
        <translation>Bước này còn trên máy, sẽ tự gửi khi có kết nối.</translation>
    </message>
    <message>
        <source>The author reads this reason and can change the article and submit it again.</source>
        <translation>Tác giả sẽ đọc lý do này để sửa bài và gửi duyệt lại.</translation>
    </message>
    <message>
        <source>The editors read this reason; the article goes back to editing.</source>
        <translation>Biên tập viên sẽ đọc lý do này; bài trở lại khâu biên tập.</translation>
    </message>
    <message>
        <source>The author and the editors read this reason. The article will not be published.</source>
        <translation>Tác giả và biên tập viên sẽ đọc lý do này. Bài sẽ không được đăng.</translation>
    </message>
    <message>
        <source>Readers will no longer see the article; its address will show its title and a notice that it was taken down. The reason is kept inside the board and is not shown.</source>
        <translation>Bạn đọc sẽ không xem được bài; ai mở địa chỉ của bài sẽ thấy tiêu đề và thông báo bài đã được gỡ. Lý do chỉ lưu trong Ban Biên tập, không hiện ra ngoài.</translation>
    </message>
    <message>
        <source>The article is opened for editing again. What readers see stays until the correction is approved and published.</source>
        <translation>Bài được mở lại để biên tập. Bạn đọc vẫn xem bản hiện tại cho đến khi bản đính chính được duyệt và đăng.</translation>
    </message>
    <message>
        <source>The article is opened for editing again. Readers cannot see it until it is approved and published.</source>
        <translation>Bài được mở lại để biên tập. Bạn đọc chưa xem được bài cho đến khi bài được duyệt và đăng.</translation>
    </message>
    <message>
        <source>The author %1 will not receive it: the account is closed, or has no role in this section any more. An editor can then take the article over.</source>
        <translation>Tác giả %1 sẽ không nhận được bài: tài khoản đã bị khóa hoặc không còn vai trò ở chuyên mục này. Khi đó biên tập viên có thể tiếp nhận lại bài.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an article, and what there is to say about it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Close…</source>
        <translation>Đón&amp;g…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>You closed %1.</source>
        <translation>Đã đóng %1.</translation>
    </message>
    <message>
        <source>%1 is not closed yet.</source>
        <translation>%1 chưa được đóng.</translation>
    </message>
    <message>
        <source>It is kept with its history and is no longer offered or shown to readers. It can be opened again.</source>
        <translation>Mục được giữ cùng lịch sử, không còn dùng và không hiển thị với bạn đọc. Có thể mở lại.</translation>
    </message>
    <message>
        <source>&amp;Open again…</source>
        <translation>&amp;Mở lại…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>You opened %1 again.</source>
        <translation>Đã mở lại %1.</translation>
    </message>
    <message>
        <source>It is in use again, and readers see it where it is shown to them.</source>
        <translation>Mục được dùng lại, và bạn đọc xem được ở nơi có hiển thị.</translation>
    </message>
</context>
</TS>
