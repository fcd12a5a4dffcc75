"""The papers behind viewers, flipbooks and frames, in the shapes that sites give them."""

from __future__ import annotations

import base64
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.extract._viewer_scripts import papers_in_settings, read_script
from oit_audit.extract._viewers import address_in, shown_by
from oit_audit.model import Legibility, Via
from tests.extract.conftest import Page

TOWN = "http://town.test"
PLAN = f"{TOWN}/docs/plan.pdf"
PDFJS = "/pdfjs/web/viewer.html?file="
ESCAPED = "http%3A%2F%2Ftown.test%2Fdocs%2Fplan.pdf"
JSON_ADDRESS = r"http:\/\/town.test\/docs\/plan.pdf"
FB3D = base64.b64encode(
    json.dumps(
        {"posts": {"12": {"title": "แผนพัฒนา", "type": "pdf", "data": {"guid": PLAN}}}}
    ).encode()
).decode()

FRAMES = {
    "iframe": "<iframe src='/docs/plan.pdf'></iframe>",
    "iframe at a page": "<iframe src='/docs/plan.pdf#page=3&zoom=100'></iframe>",
    "iframe without a toolbar": "<iframe src='../docs/plan.pdf#toolbar=0'></iframe>",
    "lazy iframe": "<iframe src='about:blank' data-src='/docs/plan.pdf'></iframe>",
    "LiteSpeed": "<iframe src='about:blank' data-litespeed-src='/docs/plan.pdf'></iframe>",
    "embed": "<embed src='/docs/plan.pdf' type='application/pdf' width='100%'>",
    "object": "<object data='/docs/plan.pdf' type='application/pdf'></object>",
    "object of Internet Explorer": "<object classid='clsid:CA8A9780-280D-11CF-A24D-444553540000'>"
    "<param name='SRC' value='/docs/plan.pdf'></object>",
    "WordPress block": "<div class='wp-block-file'><object class='wp-block-file__embed' hidden "
    "data='/docs/plan.pdf' aria-label='ฝังแล้ว: plan.'></object></div>",
    "pdf.js": "<iframe src='/pdfjs/web/viewer.html?file=/docs/plan.pdf'></iframe>",
    "pdf.js, relative to itself": "<iframe src='/js/viewer.html?file=../docs/plan.pdf'></iframe>",
    "pdf.js, escaped": f"<iframe src='/pdfjs/web/viewer.html?file={ESCAPED}'></iframe>",
    "pdf.js, escaped twice": f"<iframe src='{PDFJS}%252Fdocs%252Fplan.pdf'></iframe>",
    "pdf.js, page": f"<iframe src='{PDFJS}/docs/plan.pdf%23page=3#zoom=90'></iframe>",
    "pdf.js, BASE64": "<iframe src='/pdf-reader.html?file=L2RvY3MvcGxhbi5wZGY='></iframe>",
    "PDF.js Viewer Shortcode": "<iframe src='/wp-content/plugins/pdfjs-viewer-shortcode/pdfjs/web/"
    f"viewer.php?file={ESCAPED}&attachment_id=0&dButton=true#zoom=auto'></iframe>",
    "wonderplugin": "<iframe class='wonderplugin-pdf-iframe' src='/wp-content/plugins/"
    f"wonderplugin-pdf-embed/pdfjs/web/viewer.html?v=2&disabledownload=1&file={ESCAPED}'></iframe>",
    "EmbedPress": "<iframe class='embedpress-embed-document-pdf' src='/wp-admin/admin-ajax.php?"
    f"action=get_viewer&amp;file={ESCAPED}#key=dGhlbWVNb2RlPWRlZmF1bHQmdG9vbGJhcj10cnVl'></iframe>",
    "ViewerJS": "<iframe src='/ViewerJS/#../docs/plan.pdf'></iframe>",
    "Google": f"<iframe src='https://docs.google.com/viewer?url={ESCAPED}&embedded=true'></iframe>",
    "Google, gview": f"<iframe src='//docs.google.com/gview?embedded=true&url={PLAN}'></iframe>",
    "Google Doc Embedder": "<iframe class='gde-frame' "
    f"src='//docs.google.com/viewer?url={ESCAPED}&amp;hl=th&amp;embedded=true'></iframe>",
    "Office": f"<iframe src='https://view.officeapps.live.com/op/embed.aspx?src={ESCAPED}'></iframe>",
    "Zoho": f"<iframe src='https://viewer.zoho.com/api/urlview.do?url={PLAN}'></iframe>",
    "pdf.js of others": f"<iframe src='https://mozilla.github.io/pdf.js/web/viewer.html?file={PLAN}'>"
    "</iframe>",
    "heyzine": f"<iframe src='https://heyzine.com/api1?pdf={ESCAPED}&k=abc'></iframe>",
    "dFlip element": "<div class='_df_book' webgl='true' source='/docs/plan.pdf'></div>",
    "pdf element": "<pdf-viewer src='/docs/plan.pdf'></pdf-viewer>",
    "real3d": "<div class='real3dflipbook' data-flipbook-options='{&quot;pdfUrl"
    f"&quot;:&quot;{JSON_ADDRESS}&quot;}}'></div>",
    "elementor": "<div class='elementor-widget' data-settings='{\"pdf_file\":{\"url\":\""
    f'{JSON_ADDRESS}","id":9}},"height":600}}\'></div>',
    "getDocument": "<canvas id=c></canvas><script>pdfjsLib.getDocument('/docs/plan.pdf')</script>",
    "getDocument with options": "<script>pdfjsLib.getDocument({url: '/docs/plan.pdf'})</script>",
    "getDocument of a variable": "<script>var url = '../docs/plan.pdf';\n"
    "pdfjsLib.getDocument(url).promise.then(show)</script>",
    "PDFObject": "<div id=book></div><script>PDFObject.embed('/docs/plan.pdf', '#book')</script>",
    "PDFObject, as it was": "<div id=place></div><script>window.onload = f; new PDFObject({"
    "url: '../docs/plan.pdf', id: 'myPDF'}).embed('place');</script>",
    "dFlip option": "<div class='_df_book' id='df_7'></div><script>window.option_df_7 = "
    f'{{"outline":[],"source":"{JSON_ADDRESS}","wpOptions":"true"}};</script>',
    "dFlip call": "<script>$('#flip').flipBook('/docs/plan.pdf', {height: 500})</script>",
    "3D FlipBook": f"<script>window.FB3D_CLIENT_DATA.push('{FB3D}');</script>",
    "FlowPaper": "<script>$('#viewer').FlowPaperViewer({config: {PDFFile: '/docs/plan.pdf', "
    "SWFFile: '/docs/plan.swf', jsDirectory: '/js/'}})</script>",
    "JSON in a script": f'<script>var settings = {{"pdfUrl":"{JSON_ADDRESS}"}};</script>',
}  # fmt: skip


@pytest.mark.parametrize("html", FRAMES.values(), ids=FRAMES)
def test_what_a_viewer_shows_stands_among_the_links(html: str, page: Page) -> None:
    read = page(f"<h2>แผนพัฒนาท้องถิ่น</h2>{html}<p>ท้าย")
    links = [(link.url.partition("#")[0], link.via) for link in read.links]
    assert links == [(PLAN, Via.EMBED)]
    assert read.links[0].context == ("แผนพัฒนาท้องถิ่น",)
    assert read.legibility is Legibility.GOOD


@pytest.mark.parametrize(
    "html",
    [
        "<script>pdfjsLib.getDocument('compressed.tracemonkey-pldi-09.pdf')</script>",
        "<script>var DEFAULT_URL = '../helloworld.pdf'; getDocument(DEFAULT_URL)</script>",
        "<script>PDFObject.embed('https://raw.example.net/mozilla/pdf.js/ba2/a.pdf')</script>",
        "<script>PDFObject.embed('/docs/' + name + '.pdf', '#book')</script>",
        "<script>pdfjsLib.getDocument(`/docs/${name}.pdf`)</script>",
        "<script>pdfjsLib.getDocument('{{ url }}')</script>",
        "<script>var pdf = new jsPDF(); pdf.save('report.pdf'); $('.flip').hide()</script>",
        "<script>$('#t').DataTable({extend: 'pdfHtml5', filename: 'list.pdf'})</script>",
        "<script>var url = 'blob:' + pdfjs</script>",
        "<div data-settings='{\"url\":\"/about\"}'>x</div>",
        "<div source='someone'>x</div>",
        "<video src='/a.mp4'></video><audio src='/a.mp3'></audio>",
        "<input type=image src='/button.png' value='ค้นหา'>",
    ],
)  # fmt: skip
def test_what_is_no_paper_of_the_office_is_not_taken(html: str, page: Page) -> None:
    assert [link.url for link in page(html).links if link.url] == []


@pytest.mark.parametrize(
    "address",
    [
        "/pdfjs/web/viewer.html?file=compressed.tracemonkey-pldi-09.pdf",
        "/pdfjs/web/viewer.html?file=blob:http://town.test/1",
        "/pdfjs/web/viewer.html?file=",
        "https://docs.google.com/viewer?url=$link",
        "https://docs.google.com/viewer?url=https://www.w3.org/WAI/dummy.pdf",
        "https://docs.google.com/document/d/1?url=http://town.test/a.pdf",
        "/viewer.php?file=68b524c99d174.pdf",
        "/news.php?id=3&cat=5",
        "https://www.google.com/maps?q=17.1,102.4",
    ],
)
def test_an_address_that_carries_no_paper_stays_as_it_is(address: str, page: Page) -> None:
    links = page(f"<a href='{address}'>เปิด</a>").links
    assert [link.via for link in links] == [Via.HREF]
    assert shown_by(links[0].url) is None


def test_a_page_that_shows_a_paper_on_the_server_stays_beside_it(page: Page) -> None:
    links = page("<iframe src='/show.php?file=/docs/plan.pdf' title='แผน'></iframe>").links
    assert [(link.url, link.via) for link in links] == [
        (f"{TOWN}/show.php?file=/docs/plan.pdf", Via.FRAME),
        (PLAN, Via.EMBED),
    ]


def test_a_link_that_google_docs_wrapped_leads_to_its_target(page: Page) -> None:
    address = f"https://www.google.com/url?q={ESCAPED}&sa=D&source=editors&ust=1"
    links = page(f"<a href='{address}'>แผน</a>").links
    assert [(link.url, link.text, link.via) for link in links] == [(PLAN, "แผน", Via.HREF)]


@pytest.mark.parametrize(
    "box", ["plugins/page.php", "v3.0/plugins/page.php", "plugins/likebox.php"]
)
def test_the_box_of_a_page_in_a_network_leads_to_that_page(box: str, page: Page) -> None:
    account = "https%3A%2F%2Fwww.facebook.com%2Ftuayang.example"
    shown = page(f"<iframe src='https://www.facebook.com/{box}?href={account}&tabs=x'></iframe>")

    assert [link.url for link in shown.links] == ["https://www.facebook.com/tuayang.example"]


def test_a_script_at_the_end_names_the_place_of_its_paper(page: Page) -> None:
    read = page(
        "<h2>แผนพัฒนา</h2><div id=one></div><h2>รายงานผล</h2><div id=two></div>"
        "<footer><p>โทร 0 0000 0000</p></footer><script>PDFObject.embed('/a.pdf', '#one');\n"
        "PDFObject.embed('/b.pdf', '#two');</script>"
    )
    assert [(link.url, link.context) for link in read.links] == [
        (f"{TOWN}/a.pdf", ("แผนพัฒนา",)),
        (f"{TOWN}/b.pdf", ("รายงานผล",)),
    ]


def test_a_flipbook_of_wordpress_gives_its_title(page: Page) -> None:
    assert page(FRAMES["3D FlipBook"]).links[0].text == "แผนพัฒนา"


def test_what_a_frame_says_to_old_browsers_is_not_said(page: Page) -> None:
    read = page(
        "<p>แผนพัฒนา</p><object data='/docs/plan.pdf'><p>เบราว์เซอร์นี้เปิด PDF ไม่ได้ "
        "<a href='/docs/plan.pdf'>ดาวน์โหลด</a></p></object><iframe src='/x'>No frames.</iframe>"
    )
    assert [block.text for block in read.blocks] == ["แผนพัฒนา"]
    assert [link.url for link in read.links].count(PLAN) == 2


def test_an_object_that_was_never_closed_hides_nothing(page: Page) -> None:
    read = page(f"<object data='/docs/plan.pdf'><p>{'เทศบาลจัดทำแผน ' * 40}</p>")
    assert read.blocks[0].text.startswith("เทศบาลจัดทำแผน")


@pytest.mark.parametrize(
    ("address", "service"),
    [
        ("online.anyflip.com/aaaaa/bbbb/mobile/index.html", "anyflip.com"),
        ("online.fliphtml5.com/aaaaa/bbbb/#p=1", "fliphtml5.com"),
        ("online.pubhtml5.com/aaaa/bbbb/", "pubhtml5.com"),
        ("heyzine.com/flip-book/0000000000.html", "heyzine.com"),
        ("e.issuu.com/embed.html?d=plan&u=town", "issuu.com"),
        ("www.slideshare.net/slideshow/embed_code/key/0", "slideshare.net"),
        ("www.yumpu.com/en/embed/view/0", "yumpu.com"),
    ],
)
def test_a_flipbook_of_a_service_says_so(address: str, service: str, page: Page) -> None:
    read = page(f"<h1>แผนพัฒนา</h1><iframe src='//{address}'></iframe>")
    assert read.legibility is Legibility.POOR
    assert service in read.legibility_note


def test_a_flipbook_in_the_footer_hides_nothing_of_the_page(page: Page) -> None:
    read = page("<p>แผน</p><footer><iframe src='https://anyflip.com/a/b/'></iframe></footer>")
    assert read.legibility is Legibility.GOOD


@pytest.mark.parametrize(
    "html",
    [
        "<canvas></canvas><script>pdfjsLib.getDocument(base + file).promise.then(show)</script>",
        "<div id=outerContainer><div id=viewerContainer></div></div>",
    ],
)
def test_a_viewer_without_an_address_says_so(html: str, page: Page) -> None:
    read = page(f"<h1>แผน</h1>{html}")
    assert read.legibility is Legibility.POOR
    assert "viewer" in read.legibility_note


def test_a_viewer_that_opens_the_links_of_the_page_hides_nothing(page: Page) -> None:
    read = page(
        "<a href='/docs/plan.pdf' onclick='show(this)'>แผน</a>"
        "<script>function show(a) { pdfjsLib.getDocument(a.href) }</script>"
    )
    assert read.legibility is Legibility.GOOD


def test_pictures_of_pages_are_pictures_of_the_page(page: Page) -> None:
    read = page(
        "<h1>แผน</h1><div id=book></div><script>var option_book = {source: ['p/1.jpg', 'p/2.jpg']};"
        "$('#book').flipBook(option_book.source)</script>"
    )
    base = f"{TOWN}/office/p/"
    assert [picture.url for picture in read.pictures] == [f"{base}1.jpg", f"{base}2.jpg"]


@given(st.text(max_size=300))
def test_reading_what_a_script_shows_never_fails(text: str) -> None:
    read_script(f"pdf {text} getDocument({text}) flipBook('{text}')")
    read_script(f"FB3D_CLIENT_DATA.push('{text}')")
    papers_in_settings(f'{{"pdf":"{text}.pdf"}}')
    said = address_in(text)
    assert address_in(said) in {"", said} or "%" in said
    shown_by(f"http://town.test/viewer.html?file={text}#{text}")


@pytest.mark.parametrize(
    "piece", ["source:'", "pdf_", "url.pdf ", "getDocument(", "'#a", "a.", "1.jpg'", "FB3D_"]
)
def test_a_hostile_script_is_read_in_time(piece: str) -> None:
    start = time.process_time()
    read_script("pdf flip getDocument" + piece * (2_000_000 // len(piece)))
    papers_in_settings("pdf" + piece * (2_000_000 // len(piece)))
    assert time.process_time() - start < 5
