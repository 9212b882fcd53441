"""Text without dates for `dates.py`: numbers, prices, laws, telephones, scores, addresses and words that look like dates."""

from __future__ import annotations

import random
from collections.abc import Iterator

# N: 13 to 999, K: 1 to 12, Y: 1900 to 2099 (a number that looks like a year), P: 4 digits of a telephone
FREE = {
    "en": (
        "The fund paid N,P dollars for K percent of the shares, N million less than its rival had bid.",
        "Under Decree No. K/Y/ND-CP the fine is N dong a day for each tonne, and Article K allows an appeal.",
        "Call the hotline on 0K4 Y P or send a fax to 024-38N-P before the doors close.",
        "The home side won K-K after trailing K-K at half time, its second win in K games.",
        "Ministers may march in, sit down and say nothing; nobody expects a second round of questions.",
        "Version K.K.Y.K of the program mends N faults, and version K.K.K adds a second window.",
        "See page Y, section K.K and table K-K of the report; the annex has N pages.",
        "About K/12 of the voters and 3/4 of the members stayed at home, a poll of Y people found.",
        "He lives at K/N Market Street, flat Y, and runs a shop that is open 24/7.",
        "A crowd of Y people stood along the road, which is K.K km long and N metres wide.",
        "Mrs May and the judge, an august lady, said that the deal may be off and the march was called off.",
        "Flight VN Y left from gate K with N guests; bus K-K took the rest to hall N.",
        "Resolution N of the council and Directive Y/K/EC set the price at K.NN euros a litre.",
        "The sun rose over the hills as spring water fell into the basin N metres below.",
        "The ratio of K:K was read out K times, and the N delegates took the second vote by hand.",
        "The router at 10.K.N.K sent N packets a second to port Y without a fault.",
        "Trade grew by K.K percent to Y million dollars; exports made up K/10 of it.",
        "The mission has Y troops, N trucks and K ships, its commander told reporters.",
        "The bill of $Y was split into K parts of £N each, plus a fee of K.N euros.",
        "Order N-K-N lists K chairs, N lamps and Y sheets of paper, size A4.",
    ),
    "vi": (
        "Quỹ đã chi N.P đồng để mua K% cổ phần, ít hơn đối thủ N triệu đồng.",
        "Theo Nghị định số K/Y/NĐ-CP, mức phạt là N đồng một tấn; Điều K khoản K cho phép khiếu nại.",
        "Xin gọi số 09K.N.P hoặc gửi fax tới (024) 38N P để được hỗ trợ.",
        "Đội chủ nhà thắng K-K sau khi bị dẫn K-K, trận thắng thứ hai của họ trên sân này.",
        "Bà Thu, ông Đông và cô Xuân cùng có mặt; người thứ ba không nói gì, người thứ tư cũng vậy.",
        "Phiên bản K.K.Y.K sửa N lỗi, còn phiên bản K.K.K có thêm cửa sổ thứ hai.",
        "Xem trang Y, mục K.K và bảng K-K của báo cáo; phụ lục dày N trang.",
        "Khoảng 3/4 người được hỏi và K/12 số hội viên vắng mặt, theo khảo sát với Y người.",
        "Ông sống tại số nhà K/K đường Nguyễn Trãi, căn hộ Y, và mở cửa hàng phục vụ 24/7.",
        "Đám đông Y người đứng dọc con đường dài K,K km, rộng N mét.",
        "Đồng chí Năm và đồng chí Ba đi qua cầu, sang bên kia sông, rồi quay về ngay.",
        "Chuyến bay VN Y cất cánh từ cửa K với N khách; xe buýt số K chở những người còn lại.",
        "Chỉ thị số K/CT-TTg và Nghị quyết N/NQ-CP quy định giá K.N đồng một lít.",
        "Mặt trời lên trên đồi, nước đổ xuống hồ sâu N mét, mùi hoa thơm khắp vườn.",
        "Tỷ lệ K:K được đọc K lần, và N đại biểu biểu quyết lần thứ hai bằng cách giơ tay.",
        "Máy chủ 10.K.N.K gửi N gói tin tới cổng Y mà không gặp lỗi nào.",
        "Kim ngạch tăng K,K% lên Y triệu USD; xuất khẩu chiếm K/10 trong số đó.",
        "Phái bộ có Y binh sĩ, N xe tải và K tàu, người chỉ huy cho biết.",
        "Thông tư số K/Y/TT-BTC và Luật số K/Y/QH15 được viện dẫn N lần tại phiên tòa.",
        "Sáng tạo, chiều sâu và tối ưu là ba tiêu chí; đêm diễn bán hết N vé.",
    ),
}


def dateless(language: str, size: int) -> Iterator[str]:
    """Yield paragraphs of ten sentences without any date, `size` of them."""
    rng = random.Random(11)  # noqa: S311 - texts, no secrets

    def filled(template: str) -> str:
        draw = {
            "N": lambda: str(rng.randrange(13, 1000)),
            "K": lambda: str(rng.randrange(1, 13)),
            "Y": lambda: str(rng.randrange(1900, 2100)),
            "P": lambda: f"{rng.randrange(10000):04}",
        }
        # only letters that stand alone or between marks are places to fill; those of words are not
        pieces = []
        for index, letter in enumerate(template):
            around = template[max(index - 1, 0) : index] + template[index + 1 : index + 2]
            alone = letter in draw and not any(other.isalpha() and other not in draw for other in around)
            pieces.append(draw[letter]() if alone else letter)
        return "".join(pieces)

    for _ in range(size):
        yield " ".join(filled(rng.choice(FREE[language])) for _ in range(10))
