"""An invented dataset whose labels contradict one another, with what the tests ask of it by name."""

from __future__ import annotations

from pathlib import Path

from tests.db.files import CATEGORY, ticket, write

PROBLEM = "开通加速以后首页还是打不开，换了浏览器也一样，一直停在加载的圈上"
SPLIT = "您好，超时是分片设置得太大引起的，改成八兆以后重新上传就可以了，大文件建议用断点续传"
SPLIT_TOO = f"{SPLIT}，谢谢"
MANY = "您好，这张证书的链不完整，请把中间证书和站点证书一起上传，保存以后等几分钟再访问"
CALM = "请在控制台的域名页面重新提交一次审核，通过以后会有短信"


def _ticket(title: str, problem: str, reply: str, category: str, cause: str) -> str:
    return ticket(title, problem, ["您好", reply], cause).replace(CATEGORY, category)


def tickets() -> list[str]:
    """Their Markdown: one problem under four categories; a reply under two causes; one on 25 tickets under two
    categories; and a family without a contradiction.
    """
    cats = ["CDN｜访问下载"] * 3 + ["CDN｜配置问题"] * 2 + ["对象存储｜其他类咨询", "账户｜登录"]
    made = [
        _ticket("首页打不开", PROBLEM, f"第 {n} 种回答：{'请看一下就好了'[n] * (4 * n + 4)}", cat, "节点故障")
        for n, cat in enumerate(cats)
    ]
    made += [
        _ticket(
            f"上传超时 {n}",
            f"第 {n} 次上传大文件都停在一半",
            SPLIT_TOO if n == 2 else SPLIT,
            "对象存储｜上传下载",
            cause,
        )
        for n, cause in enumerate(["分片太大"] * 4 + ["网络抖动"])
    ]
    made += [
        _ticket(
            f"证书不受信任 {n}",
            f"第 {n} 个站点提示证书不受信任",
            MANY,
            "CDN｜访问下载" if n < 3 else "CDN｜证书问题",
            "证书链",
        )
        for n in range(25)
    ]
    return [
        *made,
        *(_ticket(f"审核 {n}", f"第 {n} 个域名没有过审", CALM, "CDN｜配置问题", "资料不全") for n in range(4)),
    ]


def dataset(folder: Path) -> Path:
    """A file of them."""
    return write(folder / "part-7.md", tickets())
