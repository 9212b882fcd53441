"""News without dates for `dates.py`: sentences as reports have them, with their numbers, names and durations, but no date."""

from __future__ import annotations

from collections.abc import Iterator

PLAIN = {
    "en": """
The foreign minister told reporters that the two governments had narrowed their differences over fishing rights.
Police in the southern province detained 14 people after a crowd threw stones at a customs office.
The central bank left its key rate at 4.25 percent and said inflation was easing faster than it had thought.
She was sentenced to three years in prison for leaking the contents of a cable to a newspaper.
About 2,000 workers walked out at the Sunderland plant, demanding a raise of 6 to 8 percent.
The ruling party holds 219 of the 400 seats in the lower house and needs two thirds to change the constitution.
Rescue teams pulled 11 miners from the shaft, two of them badly hurt, a spokesman for the company said.
"We may march, we may sit, but we will not be silent," the union's leader told the crowd.
Oil fell 73 cents to 81.40 dollars a barrel as traders weighed higher stocks against threats to shipping.
The ambassador handed over a letter in which his president asked for the return of the sculptures.
A convoy of 35 trucks carrying flour and medicine crossed into the enclave under army guard.
Theresa May and April Lee were among the speakers; August Weber, a judge, took the chair.
The court ruled 5-4 that the state may not tax mail-order firms without an office on its soil.
The airline, which flies to 62 cities, said it would cut one in ten jobs and ground nine of its oldest jets.
Mr Okafor, 57, a former general, denied that his men had fired on the demonstrators.
The plan calls for 20-minute train rides between the port and the capital and a fare of less than two dollars.
Turnout was 61 percent, the lowest since the end of military rule, the election commission said.
The team won 3-1 after a penalty in the second half, its fourth victory in a row away from home.
Villagers said that soldiers had come at dawn and searched every house on the road to the bridge.
The company reported net income of 1.9 billion euros, or 84 cents a share, on sales of 23 billion.
Farmers fear that the spring which feeds the valley will run dry as the mine digs deeper.
The treaty has 30 chapters and two annexes; chapter 17 sets out how disputes are to be settled.
He said the fall of the regime had taught his generation to distrust second chances.
The ministry put the dead at 46 and said that more than 300 houses had been washed away.
Flight 1909 turned back over the sea when a warning light came on, and landed safely with 188 people aboard.
The two leaders spoke by telephone for half an hour and agreed to keep their generals in touch.
A poll of 1,012 adults found 48 percent in favour of the pipeline and 39 percent against, with 13 percent unsure.
The opposition accused the mayor of spending public money on a villa with 16 rooms and a heated pool.
Scientists aboard the research ship have mapped 2,010 square kilometres of the sea floor.
The sun beat down on the square where veterans in old uniforms waited for the prince to pass.
Negotiators from 12 countries disagreed over who should pay for the first round of inspections.
Under Article 5 an attack on one member is an attack on all of them.
The bank's chief economist said the worst was over, but warned that growth would stay below 2 percent.
Hospitals in the north have oxygen for a few hours only, doctors told the agency by radio.
The envoy's car was stopped at a checkpoint and searched twice before it was allowed to pass.
Shares in Tokyo gained 1.2 percent, led by makers of chips, while those in Seoul were flat.
The president's son-in-law, who runs the state broadcaster, has been named to head the delegation.
Critics say that the bill, which runs to 1,984 pages, was drafted by the very firms it is meant to rein in.
The brigade lost two tanks and a bridge layer in the fighting around the grain silos.
The minister declined to say whether the talks would go on if the shelling does not stop.
An earthquake of magnitude 6.3 shook the islands, but no damage was reported and no wave was seen.
The choir sang, the band played a slow march, and the mayor laid a wreath at the foot of the statue.
Some 40 lawmakers left the chamber in protest when the speaker refused to call the roll.
The port handles 1.8 million containers and employs one in seven of the town's people.
He was the second man to lead the agency without having served in its ranks.
""",
    "vi": """
Bộ trưởng Ngoại giao cho biết hai nước đã thu hẹp khác biệt về quyền đánh bắt cá trên vùng biển chung.
Công an tỉnh bắt giữ 14 người sau khi một nhóm thanh niên ném đá vào trụ sở hải quan.
Ngân hàng trung ương giữ nguyên lãi suất 4,25% và nhận định lạm phát đang giảm nhanh hơn dự kiến.
Bị cáo lĩnh án ba năm tù vì tiết lộ nội dung công điện cho một tờ báo.
Khoảng 2.000 công nhân nhà máy ngừng việc, đòi tăng lương từ 6 đến 8%.
Đảng cầm quyền giữ 219 trong số 400 ghế tại hạ viện và cần hai phần ba để sửa hiến pháp.
Lực lượng cứu hộ đưa được 11 thợ mỏ lên mặt đất, trong đó hai người bị thương nặng.
Giá dầu giảm 73 cent, xuống còn 81,40 USD một thùng do lượng dự trữ tăng.
Đại sứ chuyển bức thư trong đó tổng thống đề nghị trao trả các bức tượng cổ.
Đoàn xe gồm 35 chiếc chở bột mì và thuốc men đi qua cửa khẩu dưới sự bảo vệ của quân đội.
Tòa tuyên với tỷ lệ 5-4 rằng bang không được đánh thuế các hãng không có văn phòng tại chỗ.
Hãng hàng không bay tới 62 thành phố cho biết sẽ cắt giảm một phần mười số việc làm.
Ông Năm, 57 tuổi, cựu trung tướng, bác bỏ việc binh lính nổ súng vào người biểu tình.
Dự án đường sắt có tổng vốn 1.900 tỷ đồng, giá vé chưa đến hai mươi nghìn đồng một lượt.
Tỷ lệ đi bầu đạt 61%, mức thấp nhất kể từ khi chế độ quân sự sụp đổ.
Đội chủ nhà thắng 3-1 nhờ quả phạt đền trong hiệp hai, trận thắng thứ tư liên tiếp trên sân khách.
Dân làng kể rằng binh lính lục soát từng ngôi nhà dọc con đường dẫn ra cầu.
Công ty lãi ròng 1,9 tỷ euro trên doanh thu 23 tỷ euro.
Nông dân lo nguồn nước nuôi thung lũng sẽ cạn khi mỏ đào sâu hơn.
Hiệp định gồm 30 chương và hai phụ lục; chương 17 quy định cách giải quyết tranh chấp.
Bộ Nội vụ cho biết 46 người thiệt mạng và hơn 300 ngôi nhà bị cuốn trôi.
Chuyến bay 1909 phải quay đầu khi đèn cảnh báo bật sáng và hạ cánh an toàn với 188 hành khách.
Hai nhà lãnh đạo điện đàm trong nửa giờ và nhất trí để các tướng lĩnh giữ liên lạc.
Cuộc thăm dò với 1.012 người cho thấy 48% ủng hộ đường ống, 39% phản đối, còn lại chưa quyết định.
Phe đối lập tố cáo thị trưởng dùng tiền công xây biệt thự 16 phòng có hồ bơi nước nóng.
Tàu khảo sát đã lập bản đồ 2.010 km vuông đáy biển.
Nắng gắt đổ xuống quảng trường nơi các cựu chiến binh chờ hoàng tử đi qua.
Các nhà đàm phán của 12 nước bất đồng về việc bên nào trả tiền cho đợt thanh sát đầu tiên.
Theo Điều 5, tấn công một thành viên là tấn công toàn khối.
Các bệnh viện phía bắc chỉ còn đủ ô-xy trong vài giờ, các bác sĩ nói với hãng tin qua điện đài.
Xe của đặc phái viên bị chặn tại trạm kiểm soát và bị khám hai lần trước khi được đi tiếp.
Chứng khoán Tokyo tăng 1,2% nhờ nhóm cổ phiếu chip, còn Seoul gần như đi ngang.
Con rể tổng thống, người điều hành đài truyền hình nhà nước, được cử làm trưởng đoàn.
Dự luật dày 1.984 trang bị chỉ trích là do chính các doanh nghiệp chịu sự quản lý soạn ra.
Lữ đoàn mất hai xe tăng và một xe bắc cầu trong trận đánh quanh kho thóc.
Bộ trưởng từ chối cho biết đàm phán có tiếp tục hay không nếu pháo kích chưa dừng.
Trận động đất mạnh 6,3 độ làm rung chuyển quần đảo nhưng không gây thiệt hại.
Dàn hợp xướng cất tiếng hát, đội quân nhạc cử hành khúc, thị trưởng đặt vòng hoa dưới chân tượng đài.
Khoảng 40 nghị sĩ rời phòng họp để phản đối khi chủ tịch không cho điểm danh.
Cảng xử lý 1,8 triệu công-ten-nơ và tạo việc làm cho một phần bảy dân số thị xã.
Ông là người thứ hai đứng đầu cơ quan này mà chưa từng phục vụ trong ngành.
Theo Nghị quyết 15-NQ/TW, các địa phương phải rà soát quy hoạch trước khi trình Thủ tướng.
Hai bên trao đổi sâu rộng về thương mại, đầu tư, giáo dục và giao lưu nhân dân.
Thủ tướng đề nghị phía bạn tạo thuận lợi cho hàng nông sản và lao động nước ta.
Hơn 3/4 số hộ trong xã đã có nước sạch, phần còn lại dùng giếng khoan.
Chủ tịch phường Ba Đình cảm ơn các gia đình đã hiến đất mở rộng ngõ 24.
""",
}
_PARAGRAPH = 5


def plain(language: str) -> Iterator[str]:
    """Yield paragraphs of news without any date."""
    lines = PLAIN[language].strip().splitlines()
    for start in range(0, len(lines), _PARAGRAPH):
        yield " ".join(lines[start : start + _PARAGRAPH])
