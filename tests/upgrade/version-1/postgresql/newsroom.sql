--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: search_lexemes(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_lexemes(words text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE COST 10000 PARALLEL SAFE
    AS $$ BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: article_media; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.article_media (
    media_id text NOT NULL,
    article_id text NOT NULL,
    claimed_by text DEFAULT ''::text NOT NULL
);


--
-- Name: articles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles (
    id text NOT NULL,
    author_id text NOT NULL,
    section_id text NOT NULL,
    genre text NOT NULL,
    title text NOT NULL,
    title_folded text NOT NULL,
    version bigint NOT NULL,
    content_hash text NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    approved_version bigint,
    approved_hash text NOT NULL,
    approved_by text NOT NULL,
    approved_at bigint,
    scheduled_at bigint,
    number bigint,
    slug text NOT NULL,
    public_version bigint,
    first_published_at bigint,
    published_at bigint,
    taken_down_at bigint,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);


--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit (
    number bigint NOT NULL,
    at bigint NOT NULL,
    actor_id text NOT NULL,
    action text NOT NULL,
    noun text NOT NULL,
    noun_id text NOT NULL,
    detail text NOT NULL,
    hash text NOT NULL
);


--
-- Name: changes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.changes (
    sequence bigint NOT NULL,
    noun text NOT NULL,
    id text NOT NULL,
    at bigint NOT NULL
);


--
-- Name: counters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.counters (
    name text NOT NULL,
    value bigint NOT NULL
);


--
-- Name: decisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.decisions (
    article_id text NOT NULL,
    "position" bigint NOT NULL,
    version bigint NOT NULL,
    step text NOT NULL,
    actor_id text NOT NULL,
    at bigint NOT NULL,
    reason text NOT NULL
);


--
-- Name: grants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.grants (
    user_id text NOT NULL,
    role text NOT NULL,
    section_id text NOT NULL
);


--
-- Name: item_views; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.item_views (
    article_number bigint NOT NULL,
    views bigint NOT NULL
);


--
-- Name: media; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.media (
    id text NOT NULL,
    sha256 text NOT NULL,
    format text NOT NULL,
    width bigint NOT NULL,
    height bigint NOT NULL,
    size bigint NOT NULL,
    name text NOT NULL,
    uploaded_by text NOT NULL,
    created_at bigint NOT NULL
);


--
-- Name: opening_balance; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.opening_balance (
    one integer NOT NULL,
    day text NOT NULL,
    total bigint NOT NULL,
    CONSTRAINT opening_balance_one_check CHECK ((one = 1))
);


--
-- Name: publication_counts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication_counts (
    section_id text NOT NULL,
    week bigint NOT NULL,
    live bigint NOT NULL
);


--
-- Name: publication_media; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication_media (
    media_id text NOT NULL,
    number bigint NOT NULL
);


--
-- Name: publication_search; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication_search (
    rowid bigint NOT NULL,
    title text NOT NULL,
    words text NOT NULL,
    accented_title text NOT NULL,
    accented_words text NOT NULL
)
WITH (toast_tuple_target='256');


--
-- Name: publication_texts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication_texts (
    number bigint NOT NULL,
    "position" bigint NOT NULL,
    text text NOT NULL,
    words text NOT NULL
);


--
-- Name: publications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publications (
    number bigint NOT NULL,
    article_id text NOT NULL,
    version bigint NOT NULL,
    section_id text NOT NULL,
    genre text NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    lead text NOT NULL,
    picture_id text NOT NULL,
    first_at bigint NOT NULL,
    at bigint NOT NULL,
    taken_down_at bigint,
    search_form bigint DEFAULT 0 NOT NULL
);


--
-- Name: requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.requests (
    id text NOT NULL,
    user_id text NOT NULL,
    fingerprint text NOT NULL,
    at bigint NOT NULL,
    answer text NOT NULL
);


--
-- Name: revisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.revisions (
    article_id text NOT NULL,
    version bigint NOT NULL,
    saved_by text NOT NULL,
    saved_at bigint NOT NULL,
    content_hash text NOT NULL,
    content text NOT NULL,
    packed bytea,
    begins_sitting integer DEFAULT 0 NOT NULL
);


--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    set_name text NOT NULL,
    number bigint NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at bigint NOT NULL
);


--
-- Name: sections; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sections (
    id text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    name_english text NOT NULL,
    "position" bigint NOT NULL
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    token_hash text NOT NULL,
    user_id text NOT NULL,
    device text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint,
    place text DEFAULT ''::text NOT NULL
);


--
-- Name: settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.settings (
    name text NOT NULL,
    valid_from bigint NOT NULL,
    value text NOT NULL
);


--
-- Name: system; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.system (
    name text NOT NULL,
    value text NOT NULL
);


--
-- Name: uploads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.uploads (
    id text NOT NULL,
    user_id text NOT NULL,
    media_id text NOT NULL,
    name text NOT NULL,
    length bigint NOT NULL,
    sha256 text NOT NULL,
    finished bigint NOT NULL,
    expires_at bigint NOT NULL,
    metadata text DEFAULT ''::text NOT NULL
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id text NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    pen_name text NOT NULL,
    password_hash text NOT NULL,
    disabled bigint NOT NULL,
    created_at bigint NOT NULL
);


--
-- Name: visit_days; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_days (
    day text NOT NULL,
    views bigint NOT NULL,
    visits bigint NOT NULL,
    visitors bigint NOT NULL,
    robot_views bigint NOT NULL
);


--
-- Name: visit_writers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_writers (
    writer text NOT NULL,
    batch bigint NOT NULL,
    written_at bigint NOT NULL
);


--
-- Name: workflow; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workflow (
    "position" bigint NOT NULL,
    from_state text NOT NULL,
    step text NOT NULL,
    role text NOT NULL,
    to_state text NOT NULL,
    ownership text NOT NULL,
    reason_required bigint NOT NULL
);


--
-- Data for Name: article_media; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.article_media (media_id, article_id, claimed_by) FROM stdin;
278081f7-ab10-4585-a18e-720d0d253e95	4c684198-1720-4fea-8ca1-875a55a1b4c2	
278081f7-ab10-4585-a18e-720d0d253e95	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	
2f674e6c-eb1c-4184-96e9-8c803c74575c	f74bd610-960f-4f99-a40d-ae745a9d2b81	
01956407-feab-7319-9018-b858a2c7cdcb	01956407-feb0-780b-ad1f-ec2c7401d8ae	01955984-5780-77dd-8b05-3ab0e66006df
01956407-fe1a-71c3-9ca1-4ef45dec0196	4b0140a6-ab44-4352-873d-9e100ff1a240	01955984-57fc-7789-9b97-bdf0eeb7c3be
\.


--
-- Data for Name: articles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.articles (id, author_id, section_id, genre, title, title_folded, version, content_hash, state, reason, approved_version, approved_hash, approved_by, approved_at, scheduled_at, number, slug, public_version, first_published_at, published_at, taken_down_at, created_at, updated_at) FROM stdin;
4c684198-1720-4fea-8ca1-875a55a1b4c2	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	reportage	Đông Đình khởi công đường Đình Đông	dong dinh khoi cong duong dinh dong	1	26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8	published		1	26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8	01955984-58f5-74d6-869a-37bcd74970e0	1740963601504	\N	1	dong-dinh-khoi-cong-duong-dinh-dong	1	1740963601512	1740963601512	\N	1740963601486	1740963601513
efc2bd16-1b46-487e-a17f-6443947cdf04	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577f-70d1-8fc4-a7630a8f05b5	newsBrief	Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào KhỸ	dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khy	1	e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc	published		1	e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc	01955984-58f5-74d6-869a-37bcd74970e0	1740963601529	\N	2	dong-bao-khmer-ap-dinh-don-tet-dong-bao-khmer-ap-dinh-don-tet-dong-bao-khmer-ap-dinh-don-tet-dong	1	1740963601530	1740963601530	\N	1740963601520	1740963601530
fc7650b2-7b46-4f04-9e23-90d035b27980	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577f-772a-a50e-41ad482afa96	newsBrief	Báo cáo năm của xã	bao cao nam cua xa	1	bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c	published		1	bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c	01955984-58f5-74d6-869a-37bcd74970e0	1740963601553	\N	3	bao-cao-nam-cua-xa	1	1740963601555	1740963601555	\N	1740963601539	1740963601557
50f59401-50e8-4db8-ba72-c2f1d88384fb	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Tin của chương trình cũ	tin cua chuong trinh cu	1	5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485	published		1	5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485	01955984-58f5-74d6-869a-37bcd74970e0	1740963601577	\N	4	tin-cua-chuong-trinh-cu	1	1740963601579	1740963601579	\N	1740963601570	1740963601579
ab695d0f-9a5c-41b5-baea-eeafe94d32fb	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Thông báo lịch cắt điện	thong bao lich cat dien	1	daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1	published		1	daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1	01955984-58f5-74d6-869a-37bcd74970e0	1740963601632	\N	8	thong-bao-lich-cat-dien	1	1740963601638	1740963601638	\N	1740963601623	1740963601638
16d6559b-38be-40f8-b0bf-098b899292cf	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Chờ gỡ từ bàn trưởng ban	cho go tu ban truong ban	1	2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51	published		1	2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51	01955984-58f5-74d6-869a-37bcd74970e0	1740963601648	\N	9	cho-go-tu-ban-truong-ban	1	1740963601650	1740963601650	\N	1740963601641	1740963601650
f74bd610-960f-4f99-a40d-ae745a9d2b81	01955984-57be-742d-9c62-750dd97f3882	01955984-577f-70d1-8fc4-a7630a8f05b5	newsBrief	Bản nháp của cộng tác viên	ban nhap cua cong tac vien	1	8ce10bf918ba38c57dabeba424595a409d3b6f1673329f0686e76111cdbbb1b4	draft		\N			\N	\N	\N		\N	\N	\N	\N	1740963601653	1740963601653
3ea4bd17-4bf8-4405-981b-1554f7bc5204	01955984-5968-73ca-bf76-21110b476370	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Bài của người đã nghỉ	bai cua nguoi da nghi	1	c68d21b80fbf1215ae92cc68711b9287e48c0b876952732b6828bf8d7fc692c9	draft		\N			\N	\N	\N		\N	\N	\N	\N	1740963601655	1740963601655
b09d21dd-3fb3-4e0c-a16a-a49d2be0c898	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Nháp bị xóa	nhap bi xoa	1	34452560c10a66f2745cc314e70fb50e666f69aeb537f656621674b3ee0d756c	deleted		\N			\N	\N	\N		\N	\N	\N	\N	1740963601657	1740963601659
55953659-3379-447d-9e90-1cbabf32fe0b	01955984-57be-742d-9c62-750dd97f3882	01955984-577f-70d1-8fc4-a7630a8f05b5	newsBrief	Ba lần lưu	ba lan luu	3	4da9a534c6cf42cfb73e56fa3f92fb468a0dcfbc921718d5150dd526ed3964fa	draft		\N			\N	\N	\N		\N	\N	\N	\N	1740963601661	1740963601665
13163a1a-16f3-4438-800c-a35a9ffde051	01955984-57be-742d-9c62-750dd97f3882	01955984-577f-70d1-8fc4-a7630a8f05b5	newsBrief	Tựa của họ / Tựa của tôi	tua cua ho tua cua toi	1	29e7f369e469530411b38fa8f60f08002ecffbd7df7fcd641964708f9ed8b655	draft		\N			\N	\N	\N		\N	\N	\N	\N	1740963601666	1740963601666
2b657913-18cc-42b2-acae-7300224916b4	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577f-70d1-8fc4-a7630a8f05b5	newsBrief	Bài mới gửi	bai moi gui	1	a27c6445874ccd12128438f951bb82bad27053de46c8b6dad2f98b022ccf237d	submitted		\N			\N	\N	\N		\N	\N	\N	\N	1740963601668	1740963601670
332ce290-4b2a-4018-b199-a2e6887e940f	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Bài rút về	bai rut ve	1	9cee5da2f1638978aa4cb8a70a61d1b4bc17e1162da212e02dd574fdc75a73e5	draft		\N			\N	\N	\N		\N	\N	\N	\N	1740963601672	1740963601676
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577f-772a-a50e-41ad482afa96	newsBrief	Giá đất đợt 1	gia dat dot 1	2	462e58cb109b53ebe22130cc3d2fde67a96403ec3128f23e453f333354e47581	inEditing	Giá đã đổi	\N			\N	\N	6	gia-dat-dot-1	1	1740963601601	1740963601601	\N	1740963601593	1740970800254
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Tin bị gỡ	tin bi go	1	dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665	unpublished	Sai sự thật	\N			\N	\N	7	tin-bi-go	1	1740963601620	1740963601620	1740970800260	1740963601606	1740970800260
a0387dfa-7241-482a-a28b-1441e07b1ced	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Đang biên tập	dang bien tap	3	4b6eb26b5590fe439964fc7f8504d883d4a38a5cb3c5fc1dbe9ec3aede70c56b	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1740963601682	1741053600248
aac98303-2597-479e-af66-9a97a9a05d7c	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Đường dài 21 km	duong dai 21 km	2	44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4	published		2	44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4	01955984-58f5-74d6-869a-37bcd74970e0	1741053600286	\N	5	duong-dai-12-km	2	1740963601590	1741053600289	\N	1740963601581	1741053600289
2037a402-e11b-4123-92aa-5037c5d6afad	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577f-70d1-8fc4-a7630a8f05b5	newsBrief	Hội đình Đông	hoi dinh dong	1	711e9bacec4ffcd5848e92d3884f9fa02d1ea3326b1c593502a7ac5b63cb02ee	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1740963601687	1740963601692
cd77a210-3847-4b9a-bf5b-3914b1ade417	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Chờ duyệt	cho duyet	1	8dc8201f77b6de886fa602116c880d1cd873878679273735f251e9e85806cc8f	awaitingApproval		\N			\N	\N	\N		\N	\N	\N	\N	1740963601693	1740963601700
372dbe64-c578-4da0-86a2-05c2e47ca0ca	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Không duyệt	khong duyet	1	e66de999303bea0e78956b99a0e2d5a19fcf5d80f840c50b01d00d4b31a09cc6	refused	Đã có cơ quan khác đăng.	\N			\N	\N	\N		\N	\N	\N	\N	1740963601708	1740963601716
7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Đã duyệt, chưa đăng	da duyet chua dang	1	c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573	approved	Đăng sau cuộc họp.	1	c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573	01955984-58bb-7fd8-86bd-cb788b4d820c	1740963601725	\N	\N		\N	\N	\N	\N	1740963601718	1740963601725
8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Thôi duyệt	thoi duyet	1	03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67	awaitingApproval	Chờ ý kiến cấp trên	\N			\N	\N	\N		\N	\N	\N	\N	1740963601726	1740963601734
ed33f9c2-5232-4733-aa3d-2d014be6307c	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Hẹn giờ năm 2034	hen gio nam 2034	1	2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde	scheduled		1	2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde	01955984-58f5-74d6-869a-37bcd74970e0	1740963601742	2051136000000	\N		\N	\N	\N	\N	1740963601736	1740963601744
2f69dc9f-45bd-4f78-80b6-d8779a38601c	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Đang gõ dở	dang go do	1	47c237fec7e0fad0bb255fcd597e5260ed41e468f20b2cc89bf0b29519dffd91	draft		\N			\N	\N	\N		\N	\N	\N	\N	1741053600328	1741053600328
9fe37efd-0038-4f25-909c-f2aed0cb44e3	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Lưu mà máy chủ chưa nghe	luu ma may chu chua nghe	1	6cda91d6e4418ac59f0740c50cd0dd91c504912938d9b2cecef3248c602789c0	draft		\N			\N	\N	\N		\N	\N	\N	\N	1741053600334	1741053600334
e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Sửa rồi trình	sua roi trinh	1	af8e80f8c5286f160789e416ed6a83d867446cf6950bcfe159982a40a10d4dc2	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1741053600370	1741053600379
5596a7c2-f522-44bd-ae40-bfc8daed52bd	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Chờ nhận	cho nhan	1	612ea4786a9474bb58934716a2e2ed71cacde3d34231472ba0042b82c4aa154c	submitted		\N			\N	\N	\N		\N	\N	\N	\N	1741053600392	1741053600397
2bb673f8-048c-425a-a895-35b4cca83e54	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Chờ trả	cho tra	1	bde8e3f2d9454a3a8d011fa02135d1cc54efa5d27c3cd4e22591e5e63a4d8ba8	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1741053600400	1741053600410
cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Nhận mà máy chủ chưa nghe	nhan ma may chu chua nghe	1	d0add9c3aaf7abbfb5931e2ed3bf90d7b1c5d1e637ae7c3ac413eae90faff675	submitted		\N			\N	\N	\N		\N	\N	\N	\N	1741053600432	1741053600434
f61b08e7-1e18-4153-a488-440857d60aef	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Biên tập đang gõ	bien tap dang go	1	76864c37b683132793b797bf2f502ffd57c2442e2d69a921b2d0474c9c53f7e3	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1741053600436	1741053600441
73d77db0-c017-4505-ac51-de193222a3ad	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Chờ duyệt từ xa	cho duyet tu xa	1	06c55a54c263c36a24fa4dd7b5797fa8efebc8df0beaa6f7b8145c4640239241	awaitingApproval		\N			\N	\N	\N		\N	\N	\N	\N	1741053600442	1741053600448
a2f16ffe-3618-4631-9f01-e7d11f32b464	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Trả lại tác giả	tra lai tac gia	1	43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f	returned	Vẫn thiếu số liệu.	\N			\N	\N	\N		\N	\N	\N	\N	1740963601702	1741140000266
a301c1d8-177f-4de4-91d6-5b0bc7afbba4	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Có tin mới	co tin moi	1	66d3d55591be8e0cedf94edfe219fabf4039c83805353b14c17ba2133f38a014	returned	Xem lại tựa đề.	\N			\N	\N	\N		\N	\N	\N	\N	1741053600347	1741140000621
650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Sẽ bị từ chối	se bi tu choi	1	64b1b7066d7f657a5c9aa1575845bb8e8ff088b098d179dfc49bd4913947a5a5	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1741053600344	1741140000664
a368bd65-f841-4ddc-9a5b-73a9f5276e87	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Lưu rồi mất trả lời	luu roi mat tra loi	2	2047d337b6a3614be3b7247574733e038feb26482f502e7e6160edfc48bd4497	draft		\N			\N	\N	\N		\N	\N	\N	\N	1741053600331	1741140000775
cdc05940-d592-461f-970c-504df16e8fb6	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Gửi rồi mất trả lời	gui roi mat tra loi	1	81e45c247e03cddfaf342ac71acbb837c31cdf1990c61fd1306b8d6e2b8a9376	submitted		\N			\N	\N	\N		\N	\N	\N	\N	1741053600338	1741140000803
32f2875a-899a-4e35-b36e-ab274ffae1e0	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Trình rồi mất trả lời	trinh roi mat tra loi	1	5241134117558db92ecfde40d6406edfd2600aa5ea08c092c45145a0918574bc	awaitingApproval		\N			\N	\N	\N		\N	\N	\N	\N	1741053600412	1741140001198
4b0140a6-ab44-4352-873d-9e100ff1a240	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Sửa, thêm ảnh	sua them anh	2	29b9184384feadf50f2159db5b0ec7c7b5433d3823808f22f29be81999701405	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1741053600383	1741140001207
38efccf8-fed2-4378-ad4e-5ac6d001b160	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Hai người cùng sửa	hai nguoi cung sua	2	03fd82333ada3734f737801d755be5d371727e4f1c049481210c805a4ba36431	inEditing		\N			\N	\N	\N		\N	\N	\N	\N	1741053600355	1741140001247
0d088d7b-75ba-4947-8677-92231b5f0e8c	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Đăng rồi mất trả lời	dang roi mat tra loi	1	237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043	published		1	237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043	01955984-58bb-7fd8-86bd-cb788b4d820c	1741053600473	\N	10	dang-roi-mat-tra-loi	1	1741140001662	1741140001662	\N	1741053600465	1741140001662
606be4a4-73ab-417a-ae67-e42160c1553b	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Duyệt bản đã bị sửa	duyet ban da bi sua	2	e6e7a91ddb2375b3cfeeed8f539236035cd484e1d9b467b11ce073288abdf4b4	awaitingApproval		\N			\N	\N	\N		\N	\N	\N	\N	1741053600450	1741140001725
ff6043a9-3486-484a-b0af-a5142e7d6ce8	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Chờ hẹn giờ	cho hen gio	1	b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9	approved		1	b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9	01955984-58bb-7fd8-86bd-cb788b4d820c	1741053600493	\N	\N		\N	\N	\N	\N	1741053600475	1741053600493
01956407-fe88-71e0-92c9-d2ee8eabf336	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Bài mới, mất trả lời	bai moi mat tra loi	1	07bc4ee9741da9efb0995277836b873e110dc3696824d7a743b2a28a47f053f5	draft		\N			\N	\N	\N		\N	\N	\N	\N	1741140000793	1741140000793
01956407-feb0-780b-ad1f-ec2c7401d8ae	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Ảnh gửi dở	anh gui do	1	419d5428d2dce2bb404b6740b95008712855a3f936b33498a0406cc414ab80b5	draft		\N			\N	\N	\N		\N	\N	\N	\N	1741140000818	1741140000819
4cd028c8-df55-4943-9ea8-eaf2dfcda24f	01955984-5780-77dd-8b05-3ab0e66006df	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	Duyệt rồi mất trả lời	duyet roi mat tra loi	1	4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9	approved		1	4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9	01955984-58f5-74d6-869a-37bcd74970e0	1741140001647	\N	\N		\N	\N	\N	\N	1741053600458	1741140001647
\.


--
-- Data for Name: audit; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit (number, at, actor_id, action, noun, noun_id, detail, hash) FROM stdin;
1	1740963600240	00000000-0000-0000-0000-000000000000	setWorkflow	workflow	workflow	{"sha256":"789c18c70b8a01631f23d85c4995db2269dcdc49c1704ae603052447264b1856"}	e53e0b86545fd31f7eb4a01bc30aedb1903b7d552e16d2ca6c40943cbd2442d4
2	1740963600240	00000000-0000-0000-0000-000000000000	addUser	user	01955984-5735-77d1-af37-ba0c84a73e37	{"grants":[{"role":"administrator","section":null}],"login":"quantri","name":"Đặng Quản Trị"}	de7ba5ec2453e30d6819176242b4f8069314c4a4143516a37400bdf70987cd06
3	1740963600254	00000000-0000-0000-0000-000000000000	addSection	section	01955984-577e-7d32-adf6-db24c816aad6	{"name":"Tin tức","nameEnglish":"News","slug":"tin-tuc"}	62aed053d79815c5cc334a221d0e6f9f92f9428f416c2682315668369e24e10f
4	1740963600255	00000000-0000-0000-0000-000000000000	addSection	section	01955984-577f-70d1-8fc4-a7630a8f05b5	{"name":"Văn hóa","nameEnglish":"Culture","slug":"van-hoa"}	6d802e58373205f014c687cd16bb80a958f84ab810f6826107b432107862b357
5	1740963600255	00000000-0000-0000-0000-000000000000	addSection	section	01955984-577f-772a-a50e-41ad482afa96	{"name":"Đất đai","nameEnglish":"","slug":"dat-dai"}	d1d2302261f971c410885cd649a33ef49282581f78779ea4e068d59224181b65
6	1740963600318	00000000-0000-0000-0000-000000000000	addUser	user	01955984-5780-77dd-8b05-3ab0e66006df	{"grants":[{"role":"reporter","section":null}],"login":"phongvien","name":"Trần Thị Đào"}	029d85d7940975a2fcf8d925f346942b8ad85ac4902551e259ead33f59d3d591
7	1740963600379	00000000-0000-0000-0000-000000000000	addUser	user	01955984-57be-742d-9c62-750dd97f3882	{"grants":[{"role":"contributor","section":null}],"login":"congtac","name":"Lê Văn Ước"}	89b17b40d7cb42666988e1fb0d6f5a8153e1e8cf07d46a44b8b2e1ba6d027115
8	1740963600446	00000000-0000-0000-0000-000000000000	addUser	user	01955984-57fc-7789-9b97-bdf0eeb7c3be	{"grants":[{"role":"editor","section":null}],"login":"bientap","name":"Nguyễn Hữu Đức"}	23e5a03fee80cf2bdc80e145c0a710e6c18ac790d646480906daae7ff2db0124
9	1740963600509	00000000-0000-0000-0000-000000000000	addUser	user	01955984-583f-7e90-b15d-05babf0b6f19	{"grants":[{"role":"editor","section":"01955984-577f-70d1-8fc4-a7630a8f05b5"}],"login":"vanhoa","name":"Phạm Quỳnh Như"}	8ba44119346ff5b34ad9fc1f4cf1ef3486a048580026cc6f0affbfbe81b68c3d
10	1740963600570	00000000-0000-0000-0000-000000000000	addUser	user	01955984-587e-7e57-8269-07e58f7ba493	{"grants":[{"role":"secretary","section":null}],"login":"thuky","name":"Đỗ Ngọc Ánh"}	b652f6022ca6e7025d9b77758489d69deb53fcf5a6329d6e514d94572b18b02f
11	1740963600628	00000000-0000-0000-0000-000000000000	addUser	user	01955984-58bb-7fd8-86bd-cb788b4d820c	{"grants":[{"role":"deputyChair","section":null}],"login":"phoban","name":"Võ Thị Ỷ Lan"}	dc12926673a1a8f2f1deca75b91e4e5ca9a306c97ee5cd3610b9bd616f54746c
12	1740963600685	00000000-0000-0000-0000-000000000000	addUser	user	01955984-58f5-74d6-869a-37bcd74970e0	{"grants":[{"role":"boardChair","section":null}],"login":"truongban","name":"Huỳnh Đăng Khoa"}	16ae3150233a8c57476f7abc584038b9824e4dd4f1508e308bb69612c8315693
13	1740963600743	00000000-0000-0000-0000-000000000000	addUser	user	01955984-592d-70d9-9232-61d8f5487788	{"grants":[{"role":"accountant","section":null}],"login":"ketoan","name":"Bùi Kế Toán"}	02c325548ee1eec9e68fc7ce9b9499f9888f5377d336a86f2cf77aca7f95b753
14	1740963600804	00000000-0000-0000-0000-000000000000	addUser	user	01955984-5968-73ca-bf76-21110b476370	{"grants":[{"role":"reporter","section":null}],"login":"nghiviec","name":"Hồ Đã Nghỉ"}	0378333d1e84b8df2b00fbe26834627f0293c9f656304d62dd496aafa83a6131
15	1740963600805	00000000-0000-0000-0000-000000000000	setChecklist	site	site	{"approvalRefuses":["pictureAlt","lead"]}	3afd170126c8dd8d62ef33fb74f5005c44d68ca24c5cd937d938fc9eb61e5e52
16	1740963600483	01955984-5735-77d1-af37-ba0c84a73e37	signIn	user	01955984-5735-77d1-af37-ba0c84a73e37	{}	2ed370d9b10bb2b17488842277853555091ce578d59d032f2a0f89a9c72aa775
17	1740963600579	01955984-5780-77dd-8b05-3ab0e66006df	signIn	user	01955984-5780-77dd-8b05-3ab0e66006df	{}	847e8f2b1bf42760d9f59f266c494712c5ded9200284ae48d58dbd1d1a1466ae
18	1740963600668	01955984-57be-742d-9c62-750dd97f3882	signIn	user	01955984-57be-742d-9c62-750dd97f3882	{}	b943f85ea975655126652a425ffa38afa5f14c2265d0e4ffcb64d576f540cc1d
19	1740963600775	01955984-57fc-7789-9b97-bdf0eeb7c3be	signIn	user	01955984-57fc-7789-9b97-bdf0eeb7c3be	{}	a2e6422b2d13bdb1bb8b65522604a624b0b6ef248e2b3b071f9b77cc6d3c4d2c
20	1740963600862	01955984-583f-7e90-b15d-05babf0b6f19	signIn	user	01955984-583f-7e90-b15d-05babf0b6f19	{}	286bd8983d051a4e101557e67f2aeda5d7424e31fd1f8a163075b460a602a8ad
21	1740963600942	01955984-587e-7e57-8269-07e58f7ba493	signIn	user	01955984-587e-7e57-8269-07e58f7ba493	{}	f7263ef1eb3ddbbb4b810a6f1908cdc783e3c964386f52e8cbe9fe326d75f03d
22	1740963601024	01955984-58bb-7fd8-86bd-cb788b4d820c	signIn	user	01955984-58bb-7fd8-86bd-cb788b4d820c	{}	81c70f50babac62352eca7444948f158508e7461af7cf770650a6cb062a98d1d
23	1740963601108	01955984-58f5-74d6-869a-37bcd74970e0	signIn	user	01955984-58f5-74d6-869a-37bcd74970e0	{}	879ec2322f48bfef7fdca706cdb86978533fe8ae8c1527e678c1acc3dc703a1a
24	1740963601195	01955984-592d-70d9-9232-61d8f5487788	signIn	user	01955984-592d-70d9-9232-61d8f5487788	{}	dec9c122e1f04e1e6a1754a4469a088d7c8c386def893f30edafdc030d859b53
25	1740963601277	01955984-5968-73ca-bf76-21110b476370	signIn	user	01955984-5968-73ca-bf76-21110b476370	{}	5b6b910652383c08bd6afd68d021a4a35471d4f2ac5ccd923a39c9cb2f779517
26	1740963601420	01955984-5780-77dd-8b05-3ab0e66006df	upload	media	278081f7-ab10-4585-a18e-720d0d253e95	{"format":"jpeg","sha256":"b344149b2df874c54a1e3be86a6238eb0d02399f94923d6df792b5121b891071","size":1774}	f8ff817e9d1949ebaf74a8b643f5162b503fcfc2c44972c0d0b8b491de1a0233
27	1740963601444	01955984-57be-742d-9c62-750dd97f3882	upload	media	2f674e6c-eb1c-4184-96e9-8c803c74575c	{"format":"png","sha256":"f454a2518a32f558c0c9cc6aea3b5f94d1544cd6ac556403afa2daf974302593","size":316}	848b64325e9796bb6ef9339dfc6a8f64f759d0d40855fe9d9945db2fb330046e
28	1740963601480	01955984-5780-77dd-8b05-3ab0e66006df	upload	media	231f3788-6b35-48d5-9e27-e9aaabd4979e	{"format":"png","sha256":"09924a8b4f092821d9e873b950b388ea758a8e75fe05a483bd79fd00244a000a","size":333}	e8043a42fd4818adaf8e671e1b4984e1cd66c23d9b34ed6ebcfe613a979fe936
29	1740963601486	01955984-5780-77dd-8b05-3ab0e66006df	save	article	4c684198-1720-4fea-8ca1-875a55a1b4c2	{"version":1}	740b11132e8a024d286ae705857ad391264259f4a2252a366c4240481a7986d3
30	1740963601492	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	4c684198-1720-4fea-8ca1-875a55a1b4c2	{"stateSecret":"confirmedNone","version":1}	bc01b6a65635687f9d8909c42d183c90819468b114255af9cd3b8066d99bf97a
31	1740963601496	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	4c684198-1720-4fea-8ca1-875a55a1b4c2	{"version":1}	b78f773fdd6c4ec8d1cd7344aaec4991e3177cb708682c40951e2e9afd3e4568
32	1740963601500	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	4c684198-1720-4fea-8ca1-875a55a1b4c2	{"version":1}	bf5f4d95d32fe36fde704dc0159604f4c0d560b5385b41290f35e406480d0f81
33	1740963601504	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	4c684198-1720-4fea-8ca1-875a55a1b4c2	{"contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","version":1}	b6eed5ce9433cdc9fcac01a0e57464968c1619f92d11798d50419c55040f9735
34	1740963601513	01955984-587e-7e57-8269-07e58f7ba493	publish	article	4c684198-1720-4fea-8ca1-875a55a1b4c2	{"number":1,"version":1}	52f9833420e2abd6bf7b7a9e7ead790aab30266ac992e78219601ea6953f2db0
35	1740963601520	01955984-5780-77dd-8b05-3ab0e66006df	save	article	efc2bd16-1b46-487e-a17f-6443947cdf04	{"version":1}	ddad6d686b515032e79d80ef0d68d0219ceb70344104ccdf0d41ef39fefc7da0
36	1740963601523	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	efc2bd16-1b46-487e-a17f-6443947cdf04	{"stateSecret":"confirmedNone","version":1}	49bc9586bfc36297c7cf34497ace5cf8c171925992e6ccb917d4c0420c9fb9d7
37	1740963601525	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	efc2bd16-1b46-487e-a17f-6443947cdf04	{"version":1}	3b07653c5cc780c6c9ebfe6692890b069044ce7a5766e5ab1a88ba10f518873f
38	1740963601527	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	efc2bd16-1b46-487e-a17f-6443947cdf04	{"version":1}	a41351ae69d0aa002adb381eee2b7af23f78e11e5c71856104a10cf7e5666680
39	1740963601529	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	efc2bd16-1b46-487e-a17f-6443947cdf04	{"contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","version":1}	d87fd313a862393d762159d2fab0feba7b19059311299e1e953e30b2605abba7
40	1740963601530	01955984-587e-7e57-8269-07e58f7ba493	publish	article	efc2bd16-1b46-487e-a17f-6443947cdf04	{"number":2,"version":1}	8ec869067180ee13c8221769c378af51ffa225caf27d116c9497f4da36e78b4b
41	1740963601540	01955984-5780-77dd-8b05-3ab0e66006df	save	article	fc7650b2-7b46-4f04-9e23-90d035b27980	{"version":1}	3ca04022c024058d0c4aacd38b6cbc55b504da7740403a3fe37b54711d34b393
42	1740963601544	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	fc7650b2-7b46-4f04-9e23-90d035b27980	{"stateSecret":"confirmedNone","version":1}	921791a5c773c06656c51b57bab6439bc33889ffaf52ca400e217b99cdb1bbea
43	1740963601546	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	fc7650b2-7b46-4f04-9e23-90d035b27980	{"version":1}	42e44e5868c0be64e74eaaf76ea13b96147577defae34962e9b66fec32e46979
44	1740963601549	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	fc7650b2-7b46-4f04-9e23-90d035b27980	{"version":1}	114c8249c99d4643208a636fab0071f28c5d15bb024dc877b8282c9b19a65486
45	1740963601553	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	fc7650b2-7b46-4f04-9e23-90d035b27980	{"contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","version":1}	13d81b86e96f4665ef215fb3bd47903fa825c2d3ea845e5eca5ba965031f6c19
46	1740963601557	01955984-587e-7e57-8269-07e58f7ba493	publish	article	fc7650b2-7b46-4f04-9e23-90d035b27980	{"number":3,"version":1}	ed12f234e3c9a4966564765ed7456cd4f9d5ca11f627297722387cf25b111bf7
47	1740963601570	01955984-5780-77dd-8b05-3ab0e66006df	save	article	50f59401-50e8-4db8-ba72-c2f1d88384fb	{"version":1}	bd20052ee7bc48b9c3b4d04c279378525f0b2d4280eb43f597ee08ba196f41c4
48	1740963601572	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	50f59401-50e8-4db8-ba72-c2f1d88384fb	{"stateSecret":"confirmedNone","version":1}	bc74a040c677bd1fa35ee4af2f4a29b338ce84c24bbc0c56c1f28fce03ee5941
49	1740963601574	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	50f59401-50e8-4db8-ba72-c2f1d88384fb	{"version":1}	2ac76fbb37491fa4c6d60e67b5f68dc6c1e01d1be96918a611eda92360fae426
50	1740963601575	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	50f59401-50e8-4db8-ba72-c2f1d88384fb	{"version":1}	088b5fb7ce990b62bc775ba04414f9929cf5a4c047b4a737a2db5255c988f9a5
51	1740963601577	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	50f59401-50e8-4db8-ba72-c2f1d88384fb	{"contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","version":1}	ae42507a91d1add3cf095a151819ff874a45590003facf900f1b401a873951b4
52	1740963601579	01955984-587e-7e57-8269-07e58f7ba493	publish	article	50f59401-50e8-4db8-ba72-c2f1d88384fb	{"number":4,"version":1}	2ec59a5d1c42eed530d1d1cacb241d179e27b4bdb65fcd6478724629f34be9e8
54	1740963601584	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"stateSecret":"confirmedNone","version":1}	a3740560c945a6cdaf8e72da44fb30e9d0a9c74a9cb588c7b039adde615e9ab3
55	1740963601585	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"version":1}	04d06b48c66ed2f41a472339bee17ba5fc29f7f3d528417db20898da06532abe
56	1740963601587	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"version":1}	25a6da00019057f0535cf43e3d1ffab8f007c997cb768d58b7aa5ac2518a98bb
57	1740963601589	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","version":1}	43d7f095602219b2ea7bf4370158c6995ec1b1f364eba8c8aea5e061f35857bd
58	1740963601590	01955984-587e-7e57-8269-07e58f7ba493	publish	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"number":5,"version":1}	24c4f42ddee5e7bb16466cb14d1b3c904f052f6660d000dd5f5b4880868aa7de
59	1740963601593	01955984-5780-77dd-8b05-3ab0e66006df	save	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"version":1}	a1bc903e4ee63912bd7cad097db0b52fd3fd49706d31eff2ccbbc0d98971283a
60	1740963601595	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"stateSecret":"confirmedNone","version":1}	72d7930d0d80a70852a5058861a66a656cd314747310044c4a9ff8dd9eedc201
61	1740963601596	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"version":1}	e7f090baf8a6016a4f27065d988c1a6a6737255f10da6eb86de5021de73e6603
62	1740963601598	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"version":1}	6abcb7b75e6c31aea0709f54dab6cc289f16421682e9fe7cb096f5918f3df99c
63	1740963601600	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","version":1}	bdffa96bf853d4ce0bb72e464eb3db226db60e940e46fd6da038f00bd92251cc
65	1740963601606	01955984-5780-77dd-8b05-3ab0e66006df	save	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	{"version":1}	204236515b55ce5876ce076c0440075c9f1f20d885c3c3212ad7954482700c1f
66	1740963601610	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	{"stateSecret":"confirmedNone","version":1}	14bd4c8a800a61b9e610efe9c8e6eab0675711481b8623c4bdbc560348bb2f0b
67	1740963601612	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	{"version":1}	f38958d45e8dacbec49c2ed6ac7fba7d99901bd1840dd955c7981829c9c44116
68	1740963601613	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	{"version":1}	1f9fa0811ab2b2a045020e836f7c451d72a780b8a71786c96770f77eba6c7283
53	1740963601581	01955984-5780-77dd-8b05-3ab0e66006df	save	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"version":1}	eaa53576fd94f3c2353f1946e4ab9a486fe2740a81027a44253e6e764e0171fa
64	1740963601602	01955984-587e-7e57-8269-07e58f7ba493	publish	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"number":6,"version":1}	fcf735bd3046d46afdd8531cfbc97b4472288ae23721aa746373ae7b971e7d77
74	1740963601630	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	{"version":1}	7776d4bac0bc0d41e0d6ed20f41821f19e531c1867cec4d4fcefe923bc9bc90b
79	1740963601644	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	16d6559b-38be-40f8-b0bf-098b899292cf	{"version":1}	af57ff55c257be2f23f2baf8611ab3fdf80dbabaddadba52ac2f8f60728fead1
80	1740963601646	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	16d6559b-38be-40f8-b0bf-098b899292cf	{"version":1}	bb189388069c9854fe93e3fff1c37edce42b0ea400a908646d3535176c048d85
81	1740963601648	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	16d6559b-38be-40f8-b0bf-098b899292cf	{"contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","version":1}	526ff79cde3c1c6486ab0828362fc1dd5a486872407855c2d3000ea4886e4c8d
82	1740963601650	01955984-587e-7e57-8269-07e58f7ba493	publish	article	16d6559b-38be-40f8-b0bf-098b899292cf	{"number":9,"version":1}	d14bf60b3d65e0482a38b2bf975701553db450e39e5319b6b56d5d61ebe9119d
83	1740963601653	01955984-57be-742d-9c62-750dd97f3882	save	article	f74bd610-960f-4f99-a40d-ae745a9d2b81	{"version":1}	dfe954e11e4c1d784b62848e88f75c7eef3e87e887437c24d794c1028ab7214c
84	1740963601655	01955984-5968-73ca-bf76-21110b476370	save	article	3ea4bd17-4bf8-4405-981b-1554f7bc5204	{"version":1}	cf10518fb72e4322b65e5e566e56f3c78ebfbca87d7d5fca89d5b4135c948f47
85	1740963601657	01955984-5780-77dd-8b05-3ab0e66006df	save	article	b09d21dd-3fb3-4e0c-a16a-a49d2be0c898	{"version":1}	be7cd06b0c2e65546e7889611bf112c41cec2b48fb962f6211a7e326c74099dd
89	1740963601666	01955984-57be-742d-9c62-750dd97f3882	save	article	13163a1a-16f3-4438-800c-a35a9ffde051	{"version":1}	23dbc82b2ddad2a2ade5d33e1b4e6b52b00ff6dc07449416aa3c39142c71c3b4
90	1740963601668	01955984-5780-77dd-8b05-3ab0e66006df	save	article	2b657913-18cc-42b2-acae-7300224916b4	{"version":1}	90613906b8ce3d8d8b5bb6b2241dc39f69aed55b1aa8977901bd1165afc502e2
91	1740963601670	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	2b657913-18cc-42b2-acae-7300224916b4	{"stateSecret":"confirmedNone","version":1}	5bde0dbb7a0fa27e1869e53311995bf6aaefdeb6f642aeb9970d62474aded89b
94	1740963601676	01955984-5780-77dd-8b05-3ab0e66006df	withdraw	article	332ce290-4b2a-4018-b199-a2e6887e940f	{"version":1}	7827311dc7605074b1363880bf2fe54f7534a57e49c52836f9d833a203e4e651
95	1740963601682	01955984-5780-77dd-8b05-3ab0e66006df	save	article	a0387dfa-7241-482a-a28b-1441e07b1ced	{"version":1}	774dee230c8ee7e5d5e19a475abab66e2125b1d67a384e6e93ccbbbf7dc44daa
96	1740963601683	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	a0387dfa-7241-482a-a28b-1441e07b1ced	{"stateSecret":"confirmedNone","version":1}	3f481b6f1d2ca2721b57ab108a86e68cefc392d7e21b89c70b87dc69c11b9a39
97	1740963601685	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	a0387dfa-7241-482a-a28b-1441e07b1ced	{"version":1}	d4a9e1ae2986c075d6b7ee4ee8f327677b83c08fdf39d112d73c72fbb3b77d2f
98	1740963601687	01955984-5780-77dd-8b05-3ab0e66006df	save	article	2037a402-e11b-4123-92aa-5037c5d6afad	{"version":1}	7e8248cb607ba63ab4a9d10529c22ab1dff0491a0275d46a58b86a957f2d4f8b
99	1740963601690	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	2037a402-e11b-4123-92aa-5037c5d6afad	{"stateSecret":"confirmedNone","version":1}	b7845f3abd8673f696689f9fed2e72647db09f46d6217208fe64280568793a1a
100	1740963601692	01955984-583f-7e90-b15d-05babf0b6f19	claim	article	2037a402-e11b-4123-92aa-5037c5d6afad	{"version":1}	5cadfa6c20916028dedec94385202ba767eb3a4f626628b5ef4014a2a9723361
101	1740963601693	01955984-5780-77dd-8b05-3ab0e66006df	save	article	cd77a210-3847-4b9a-bf5b-3914b1ade417	{"version":1}	6376f4515df45de234d3db5ed6b82ff5bdc33071c015651d28fff7c40ed03a88
102	1740963601695	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	cd77a210-3847-4b9a-bf5b-3914b1ade417	{"stateSecret":"confirmedNone","version":1}	dcc5193d807e9f1e1d4c5fdc917c95069bce0cbac3eab23e51e6065941b2cd14
103	1740963601697	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	cd77a210-3847-4b9a-bf5b-3914b1ade417	{"version":1}	6125500c0a1007e21849a537b80deeb18c2d0d7c77274db95af437f96e69f5f2
111	1740963601713	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	372dbe64-c578-4da0-86a2-05c2e47ca0ca	{"version":1}	5a7f0f3475ddaecbe63c27e48ab766fa3c8d54d548a189bdfda770af5919d558
112	1740963601715	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	372dbe64-c578-4da0-86a2-05c2e47ca0ca	{"version":1}	1c1c751cbc4ae23830d936931dc23863eec042a2f72dd154b3a4176fde6f2c45
113	1740963601716	01955984-58bb-7fd8-86bd-cb788b4d820c	refuse	article	372dbe64-c578-4da0-86a2-05c2e47ca0ca	{"reason":"Đã có cơ quan khác đăng.","version":1}	e7073ee782e2c31a7541e8f775fd289564aabd44d6ac1bd9993e08059d369422
115	1740963601719	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	{"stateSecret":"confirmedNone","version":1}	27f2d77572ec74348d408445dd1d1356e30c174822670ce0bac233cb11e3dc7e
69	1740963601615	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	{"contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","version":1}	64a6e5cee0ec3de8f5a226972cacf12b1c9c973a46247b3edb8edfc302a5515c
70	1740963601620	01955984-587e-7e57-8269-07e58f7ba493	publish	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	{"number":7,"version":1}	c89bd018654e7858489eb3129b09604862898819bcfd3035d6063a79e1952d52
71	1740963601623	01955984-5780-77dd-8b05-3ab0e66006df	save	article	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	{"version":1}	93128c48a42611003e8569f29a26cd60ae8ecf4f4f73a333af568e5115e80578
72	1740963601626	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	{"stateSecret":"confirmedNone","version":1}	ade016f781aaafb713a33da4beae4598e17173c07a6b3225180200ba3e06799d
73	1740963601628	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	{"version":1}	63448df8a0236b246182e2abbee0d153f2d6616cd5dc9b8fc1ff515e3119f316
75	1740963601632	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	{"contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","version":1}	2256eb8d0dbfdc1aa9ed35a256442fe0cea1e312e3768300d42a155dd45ab02e
76	1740963601638	01955984-587e-7e57-8269-07e58f7ba493	publish	article	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	{"number":8,"version":1}	3665db0a85c9f039e83af858fa2b75a69a7a2ac965376f4db232c039dd8feef7
77	1740963601641	01955984-5780-77dd-8b05-3ab0e66006df	save	article	16d6559b-38be-40f8-b0bf-098b899292cf	{"version":1}	3c09a59e524a8f02ee80c30b02b0b4e097838c922ac261b477027db2ffe49985
78	1740963601643	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	16d6559b-38be-40f8-b0bf-098b899292cf	{"stateSecret":"confirmedNone","version":1}	ccc6288348660910fbfacc532c44d559b9b711d3af1ad589b1fd9f57f08725db
86	1740963601659	01955984-5780-77dd-8b05-3ab0e66006df	delete	article	b09d21dd-3fb3-4e0c-a16a-a49d2be0c898	{"version":1}	f87951d59ab6d97fcc45f00b160ae63bb46a8ec8cfa3cd347d3c8d1c90e8fca6
87	1740963601661	01955984-57be-742d-9c62-750dd97f3882	save	article	55953659-3379-447d-9e90-1cbabf32fe0b	{"version":1}	b145167da11cc94514be37d7788f0a899827b53b3ea9a42efe4382124840463a
88	1740963601665	01955984-57be-742d-9c62-750dd97f3882	save	article	55953659-3379-447d-9e90-1cbabf32fe0b	{"version":3}	1ead543d63a68acf7fc8d13af0818967d02a8b3d7403e482cd1faf1caed20bd7
92	1740963601672	01955984-5780-77dd-8b05-3ab0e66006df	save	article	332ce290-4b2a-4018-b199-a2e6887e940f	{"version":1}	ffa713b437bfadc2a35375239565f41b7294ee7c68cfd9671c4c604abf8eaa90
93	1740963601674	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	332ce290-4b2a-4018-b199-a2e6887e940f	{"stateSecret":"confirmedNone","version":1}	a9716430e891dedd1445a2e572308ef3d06fef311ba02908191f3b64d4393cda
104	1740963601700	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	cd77a210-3847-4b9a-bf5b-3914b1ade417	{"version":1}	82b05a06d7dd0d9e7712c08d77ecd5b10c2486df1dbfa0baab70c773146f857f
105	1740963601702	01955984-5780-77dd-8b05-3ab0e66006df	save	article	a2f16ffe-3618-4631-9f01-e7d11f32b464	{"version":1}	c8a0567b755b0c183d496029e384638432dc05a3eb390ba3509f3dbdd5645c89
106	1740963601704	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	a2f16ffe-3618-4631-9f01-e7d11f32b464	{"stateSecret":"confirmedNone","version":1}	e39ed96009bcfbac4a0632aab4347dbc2a26718e05e914459107c5e6bd85597d
107	1740963601705	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	a2f16ffe-3618-4631-9f01-e7d11f32b464	{"version":1}	8de38ce31d3b5d7f23abd8c760cea46d3e17d18e6d6577c7ef5ccbc639d44524
108	1740963601707	01955984-57fc-7789-9b97-bdf0eeb7c3be	returnToAuthor	article	a2f16ffe-3618-4631-9f01-e7d11f32b464	{"reason":"Bổ sung số liệu của ấp Đình.","version":1}	fa7c09bcbf17f60a3b07dbf54cbb03b40c9c5e6786b57602731fdcf206cc72d4
109	1740963601708	01955984-5780-77dd-8b05-3ab0e66006df	save	article	372dbe64-c578-4da0-86a2-05c2e47ca0ca	{"version":1}	51d52faaf00f9cd3b5444e2d175deb0d765d5f58566901d2c30ae34c8f1233d2
110	1740963601711	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	372dbe64-c578-4da0-86a2-05c2e47ca0ca	{"stateSecret":"confirmedNone","version":1}	6306b80939733248c70024503207c3b2d503d8218a89cfd255887f3098ebb9cb
114	1740963601718	01955984-5780-77dd-8b05-3ab0e66006df	save	article	7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	{"version":1}	91c3f9b471cf58bad828f80295fe4ef7a5c0712c47946504572d1d6f38b7440a
116	1740963601721	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	{"version":1}	8d91be0b4c6aed88a3a0beb52acde4000233ea24b3948b4e9a927a9c412e0aba
117	1740963601723	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	{"version":1}	87a911bf4e287bc36f963c88535e40719eaa93ca99f98c2fa388c5ee1fc2d896
118	1740963601725	01955984-58bb-7fd8-86bd-cb788b4d820c	approve	article	7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	{"contentHash":"c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573","reason":"Đăng sau cuộc họp.","version":1}	cdb482aaaeaa6f7a13cfa6f1c34900d0aefe07a7e9b53c4843cf16ca4aeebbca
119	1740963601726	01955984-5780-77dd-8b05-3ab0e66006df	save	article	8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	{"version":1}	155a03a6bad146e54c51e2799b4487cbc604ada4e3c836c526a685cf54d7795c
120	1740963601728	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	{"stateSecret":"confirmedNone","version":1}	992db0f0e087cf0df965f0bb3a9f0ecfcb74df42704af65e4274626d76fea808
121	1740963601730	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	{"version":1}	cffe86d58b6c542d113887a4dbbe0f9d09d2e755588810a6a346e88bc165abc3
122	1740963601731	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	{"version":1}	f104537769f5d4905430fddbd1cd8f17859a073d66b1f26defd0f952d38693bd
123	1740963601733	01955984-58bb-7fd8-86bd-cb788b4d820c	approve	article	8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	{"contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","version":1}	7d89dd1c98a08361660d6970d6109ebfc05ce0bebc4e39614c67165190cfb9cd
124	1740963601734	01955984-58bb-7fd8-86bd-cb788b4d820c	revoke	article	8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	{"reason":"Chờ ý kiến cấp trên","version":1}	40cda1e35d1f90ea4b0715c1bb911629e221065a7f9237a7a7249dd7b57bc8c5
125	1740963601736	01955984-5780-77dd-8b05-3ab0e66006df	save	article	ed33f9c2-5232-4733-aa3d-2d014be6307c	{"version":1}	d8dbddb348eda2ad3b2eb1296dca901ee48702c0de28495d2a1e30c85ddc5639
126	1740963601737	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	ed33f9c2-5232-4733-aa3d-2d014be6307c	{"stateSecret":"confirmedNone","version":1}	6d347c1e7df2b7bc82e366cf76e8e848aeaeed1731c776814409a305443edd58
127	1740963601739	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	ed33f9c2-5232-4733-aa3d-2d014be6307c	{"version":1}	7fb851dadf4563a6748c64bdf21b939857731c84b23141d61c1f8a00ade29340
128	1740963601740	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	ed33f9c2-5232-4733-aa3d-2d014be6307c	{"version":1}	8c6837ebb85c562fbd3fc279d32e6edc6144efb9293712dac2e24070ac3cbd66
129	1740963601742	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	ed33f9c2-5232-4733-aa3d-2d014be6307c	{"contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","version":1}	83c188534d0d5ce522da2a207d3d458142bca95db2535b956b21c731ff9181b7
130	1740963601744	01955984-587e-7e57-8269-07e58f7ba493	schedule	article	ed33f9c2-5232-4733-aa3d-2d014be6307c	{"at":2051136000000,"version":1}	d3346457e1ca574fef3dd90c2819a71d7eebdf318ae37c79bb6b7f7b51aedcc4
131	1740970800236	01955984-57fc-7789-9b97-bdf0eeb7c3be	save	article	a0387dfa-7241-482a-a28b-1441e07b1ced	{"version":2}	f762de2822e5d2a174931bfcc6618fd08f80c4257b3046a61639974da0148b90
132	1740970800248	01955984-57fc-7789-9b97-bdf0eeb7c3be	correct	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"reason":"Giá đã đổi","version":1}	a904dc2c966d0ac24cf0f8750e8cd7b8c4e63737b88891edc7367333ebccd65a
133	1740970800254	01955984-57fc-7789-9b97-bdf0eeb7c3be	save	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	{"reason":"Giá đã đổi","version":2}	70a602fd8b22459fb140d24d50bb2907de3a443668388eaba87e27d262bbfc87
134	1740970800260	01955984-58bb-7fd8-86bd-cb788b4d820c	unpublish	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	{"number":7,"reason":"Sai sự thật","version":1}	4395d351ada66d19e3cd674c62859357a86f646fbf8b90110230e17f7d1f3342
135	1741053600005	00000000-0000-0000-0000-000000000000	disableUser	user	01955984-5968-73ca-bf76-21110b476370	{}	9046ee1619cf86699f8cbb792be51429c56fe2425cdc337dae3f869d61f880d4
136	1741053600248	01955984-587e-7e57-8269-07e58f7ba493	save	article	a0387dfa-7241-482a-a28b-1441e07b1ced	{"version":3}	f2862d9229ad365f88d2f857582d85f423aa6dad18692dbe3ea56fd73a32140e
137	1741053600259	01955984-57fc-7789-9b97-bdf0eeb7c3be	correct	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"reason":"Sai chiều dài","version":1}	8af1a7e16dccff34847c082d947fa3ba873077732312860b1546effa09b92d7f
138	1741053600272	01955984-57fc-7789-9b97-bdf0eeb7c3be	save	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"reason":"Sai chiều dài","version":2}	b6191e07336a0af6cc660ba0eeb576d85105daaf0bf8c91cf10e831a97fcfb5f
139	1741053600277	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"version":2}	e84aad1c717814bcef0d05e4596e31afac8dbf9a5a9be4506069b25b98c4b6b6
140	1741053600286	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"contentHash":"44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4","version":2}	380c45772544db52b66f1aa538962627796d513ae85efe45fb739250a0d42b95
141	1741053600289	01955984-587e-7e57-8269-07e58f7ba493	publish	article	aac98303-2597-479e-af66-9a97a9a05d7c	{"number":5,"version":2}	ff43a4ad54b23a10070bbc1b7db0fa7f7b9eb9f0681d4a56e07e208422718ba4
142	1741053600328	01955984-5780-77dd-8b05-3ab0e66006df	save	article	2f69dc9f-45bd-4f78-80b6-d8779a38601c	{"version":1}	1251a350f4f662db279a9b4f43d6b9deba1c4bbb3c64a23e6d63d3f70be447d9
143	1741053600331	01955984-5780-77dd-8b05-3ab0e66006df	save	article	a368bd65-f841-4ddc-9a5b-73a9f5276e87	{"version":1}	e0e16c6bca8b95d7fa4cb1a4bbed9d47ebb7d6534b080cdd414a1134ae294d72
144	1741053600334	01955984-5780-77dd-8b05-3ab0e66006df	save	article	9fe37efd-0038-4f25-909c-f2aed0cb44e3	{"version":1}	bd6eb40395e89f48ba522cdc76c85e2e14f82c0b7f7a0bd8d42d0216fbe44997
145	1741053600338	01955984-5780-77dd-8b05-3ab0e66006df	save	article	cdc05940-d592-461f-970c-504df16e8fb6	{"version":1}	c471f083736a59b478a2fbf9484ed01fc560d2c4d103963dd1289abbee327bed
146	1741053600344	01955984-5780-77dd-8b05-3ab0e66006df	save	article	650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	{"version":1}	02d39ad7c0c6d325e36704ee9bac1d995be5f9fa4f53a3bf03e2c755d220c6c3
147	1741053600347	01955984-5780-77dd-8b05-3ab0e66006df	save	article	a301c1d8-177f-4de4-91d6-5b0bc7afbba4	{"version":1}	59d34917d749ce3814ffb55ea915d5e7aa12aad40f74510b3cfd6424eb3ec22e
148	1741053600355	01955984-5780-77dd-8b05-3ab0e66006df	save	article	38efccf8-fed2-4378-ad4e-5ac6d001b160	{"version":1}	d308f657f2ab75957a227d36539db87aaf81765eee715589636e77dd63236ca8
149	1741053600360	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	38efccf8-fed2-4378-ad4e-5ac6d001b160	{"stateSecret":"confirmedNone","version":1}	c057207f00df5fe38fd881349c8c69b114599e7e5d7ae22ceecfbc778a033535
150	1741053600367	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	38efccf8-fed2-4378-ad4e-5ac6d001b160	{"version":1}	c20a6ffae6a57c09b117bb77ccda2dc5ece27750a2964a94507ee8c4eb48b695
151	1741053600370	01955984-5780-77dd-8b05-3ab0e66006df	save	article	e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	{"version":1}	7969bdfeca3a1905a7e54a4a56042472ca41ccd96e24f0d1e6b9e6ea02a4fef6
152	1741053600375	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	{"stateSecret":"confirmedNone","version":1}	f4fdaf87339245fc13edae170d71b2ad988a44384f8dd3666602ee7a92ac40be
153	1741053600379	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	{"version":1}	ce31051c7c73451393b480a9f514eb02ba64271acf998bc968ddb71979be86d6
154	1741053600383	01955984-5780-77dd-8b05-3ab0e66006df	save	article	4b0140a6-ab44-4352-873d-9e100ff1a240	{"version":1}	bf38b87f83481212aec0310e29225eff356ab0d725098670f36bb06a3dd9695a
155	1741053600386	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	4b0140a6-ab44-4352-873d-9e100ff1a240	{"stateSecret":"confirmedNone","version":1}	b1f5af0ccf0093557f57fb9fb2bd5dd50089dded2c5ed8cf316dbe1d18b84263
156	1741053600388	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	4b0140a6-ab44-4352-873d-9e100ff1a240	{"version":1}	2db0b6a4d124dc0da45c58157ebf811c1ea2a9d742807d87818d6b0a1ef145ab
157	1741053600392	01955984-5780-77dd-8b05-3ab0e66006df	save	article	5596a7c2-f522-44bd-ae40-bfc8daed52bd	{"version":1}	252818e98322aeef8f9610d797a26e78e560d98db50003d32abdd808091cede0
158	1741053600397	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	5596a7c2-f522-44bd-ae40-bfc8daed52bd	{"stateSecret":"confirmedNone","version":1}	4f7fd526eb624fa7d49d59764702dc29f8d73fb095fcb0c3234d13a90245bb23
159	1741053600401	01955984-5780-77dd-8b05-3ab0e66006df	save	article	2bb673f8-048c-425a-a895-35b4cca83e54	{"version":1}	8f103fab59fbf9319037d940f58a63ffb64a2f3a9e4dca5c85771e52af09bc8c
160	1741053600406	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	2bb673f8-048c-425a-a895-35b4cca83e54	{"stateSecret":"confirmedNone","version":1}	86bbc68908528fa2e36cea92506553b0279baecb46214801d7220f858ec0e793
161	1741053600410	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	2bb673f8-048c-425a-a895-35b4cca83e54	{"version":1}	c9bc6b8e7d6cbe924e773e1849b8238aa832979e2f4705b3863058f4e8142b67
162	1741053600413	01955984-5780-77dd-8b05-3ab0e66006df	save	article	32f2875a-899a-4e35-b36e-ab274ffae1e0	{"version":1}	ecc53aaa3761eb32dfed64cf33b3d14aa597319424da1e3422dc95933c41347c
163	1741053600416	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	32f2875a-899a-4e35-b36e-ab274ffae1e0	{"stateSecret":"confirmedNone","version":1}	eff1a173624ac6c0dd6d48df9c3ddbe711f8149cdb47d3df8e7bcd328d9a2694
164	1741053600420	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	32f2875a-899a-4e35-b36e-ab274ffae1e0	{"version":1}	096b25379396f31f6a7610f9e17cf449a50d076038548a0c57dcaac4b6e50ce9
165	1741053600432	01955984-5780-77dd-8b05-3ab0e66006df	save	article	cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c	{"version":1}	e238a37be72c968fbd8f96fe5328c194644b9ebc2ca6a994966605a85ccaf279
166	1741053600434	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c	{"stateSecret":"confirmedNone","version":1}	ee7d0f410085df60456aea378732aa8b6b0f608371e340bdd911a1f1e9c78ece
167	1741053600436	01955984-5780-77dd-8b05-3ab0e66006df	save	article	f61b08e7-1e18-4153-a488-440857d60aef	{"version":1}	4dea53fb8bf7d82bbbfdb4485bb5fc1264ad7abaa7265b4608c9e4a321e9faed
168	1741053600438	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	f61b08e7-1e18-4153-a488-440857d60aef	{"stateSecret":"confirmedNone","version":1}	233fd04bd17be6cb65e10cf24f518d607ac5923aa54b92cb27f9ef8f90a1ad29
169	1741053600441	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	f61b08e7-1e18-4153-a488-440857d60aef	{"version":1}	6b80b056c90b27daa4625453e7709a0088b63dbcd3854e2f30f7777dc422326a
170	1741053600442	01955984-5780-77dd-8b05-3ab0e66006df	save	article	73d77db0-c017-4505-ac51-de193222a3ad	{"version":1}	847a28b8839978fb12ef419db9c0cda814ed720358328df918decb006e0687bc
171	1741053600444	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	73d77db0-c017-4505-ac51-de193222a3ad	{"stateSecret":"confirmedNone","version":1}	2da6bea283af98d67f57c75ddae95e1cbe39de6d8378286ff915e3e978e4d25f
172	1741053600446	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	73d77db0-c017-4505-ac51-de193222a3ad	{"version":1}	52c6029c8b19033e0ece334bfffceefcc190a4370d5799be4c6e9b6b47ba3e0b
173	1741053600448	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	73d77db0-c017-4505-ac51-de193222a3ad	{"version":1}	9b5baef8b57dbdd74a604e1f1855c41ba11680c4f3a787a4a38c7c1f109bde93
174	1741053600450	01955984-5780-77dd-8b05-3ab0e66006df	save	article	606be4a4-73ab-417a-ae67-e42160c1553b	{"version":1}	a6a0e06dd5dc5885a223bccf962179a3ebb6f92a0f8c3280ded29b226c259c6f
175	1741053600452	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	606be4a4-73ab-417a-ae67-e42160c1553b	{"stateSecret":"confirmedNone","version":1}	07a60ff8ce00fe251d61be333b75400c36b3ab959f0795dd32e3ec5e3bbbd9a9
176	1741053600454	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	606be4a4-73ab-417a-ae67-e42160c1553b	{"version":1}	cd82499e2d99b9c1fd22452cebedaeb7bf0b5745debf695d426cad6bab689148
177	1741053600456	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	606be4a4-73ab-417a-ae67-e42160c1553b	{"version":1}	1919a8fe72be724f61defecd1e3f9432090a9bd14e83e4f5a24d860aac072320
178	1741053600458	01955984-5780-77dd-8b05-3ab0e66006df	save	article	4cd028c8-df55-4943-9ea8-eaf2dfcda24f	{"version":1}	a87f697b0f4bf88fb6cdfae012f8d16cbd75003aa7f3dc5e9963ffabc1b7867d
179	1741053600460	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	4cd028c8-df55-4943-9ea8-eaf2dfcda24f	{"stateSecret":"confirmedNone","version":1}	4c3bcf1b3747b2b57917f053c3186e1badb8465de53c1f9f3ff59dd61d8ce891
180	1741053600462	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	4cd028c8-df55-4943-9ea8-eaf2dfcda24f	{"version":1}	a8a27440ea622a87bdeda2bffd446dc92b20af0dba5d5361c1d4b0469883acfe
181	1741053600464	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	4cd028c8-df55-4943-9ea8-eaf2dfcda24f	{"version":1}	5c56d77a1c9a5c6b821e265cf82463f3d033e9cc7f6cda09b0448b860e97376e
182	1741053600465	01955984-5780-77dd-8b05-3ab0e66006df	save	article	0d088d7b-75ba-4947-8677-92231b5f0e8c	{"version":1}	ffb6ff9f609127292d13819ba44b7357deaee05535e4769dfcc95445dd675e9d
183	1741053600467	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	0d088d7b-75ba-4947-8677-92231b5f0e8c	{"stateSecret":"confirmedNone","version":1}	ab846b6a9df09ee8babc2ecc0ce64668044419a7ade7e9f44cfe3189103fdefd
184	1741053600469	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	0d088d7b-75ba-4947-8677-92231b5f0e8c	{"version":1}	340063678e17f8245eda5d0c0e3267189637601d9221bbcbc25a25934ea88ba4
185	1741053600471	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	0d088d7b-75ba-4947-8677-92231b5f0e8c	{"version":1}	9eb052bf37336c2f4ace33332919b15fa4b0d6642e2f10e8ce6f7c7d4cf5c315
186	1741053600473	01955984-58bb-7fd8-86bd-cb788b4d820c	approve	article	0d088d7b-75ba-4947-8677-92231b5f0e8c	{"contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","version":1}	211e544c6407f2c279eb18bc848499b603110809db75ac87b6d0eed475fc6492
187	1741053600475	01955984-5780-77dd-8b05-3ab0e66006df	save	article	ff6043a9-3486-484a-b0af-a5142e7d6ce8	{"version":1}	1610d3d948e69be08f4c95e925c8ed527af8b6ede219c7bf5d81a8f9a1ca7115
188	1741053600477	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	ff6043a9-3486-484a-b0af-a5142e7d6ce8	{"stateSecret":"confirmedNone","version":1}	7f361c597b42b253b438d5ec9be832a12022be19887e7873a9b1e94b41d005b4
189	1741053600479	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	ff6043a9-3486-484a-b0af-a5142e7d6ce8	{"version":1}	086e57df4987d63ae71afc3f6d54f03d36af749554981ef021430b0972e45a09
190	1741053600489	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	ff6043a9-3486-484a-b0af-a5142e7d6ce8	{"version":1}	ce84d0fbf2dac60b1b9bdc50d81b76e241834b567a64b81218786517f44f0f39
191	1741053600493	01955984-58bb-7fd8-86bd-cb788b4d820c	approve	article	ff6043a9-3486-484a-b0af-a5142e7d6ce8	{"contentHash":"b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9","version":1}	fdfe0f4da89a36f87799b6134bf6c7a91a36999cafbe4e3cd77da47d1a866a6d
192	1741140000254	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	a2f16ffe-3618-4631-9f01-e7d11f32b464	{"stateSecret":"confirmedNone","version":1}	6030073b0960705d256164f3bb6ecc4a14bcb8ce5501b27d83f55d52f0dccbe0
193	1741140000266	01955984-57fc-7789-9b97-bdf0eeb7c3be	returnToAuthor	article	a2f16ffe-3618-4631-9f01-e7d11f32b464	{"reason":"Vẫn thiếu số liệu.","version":1}	9d20fae2d3baa589cef8d8066ec8d79aae2087213aa29f9c8c9a2334aa32907b
194	1741140000410	01955984-5780-77dd-8b05-3ab0e66006df	signIn	user	01955984-5780-77dd-8b05-3ab0e66006df	{}	56d990ecd05ac15931898e692318bed3aab89e4fb03ce1c80c54f5106f584bfb
195	1741140000604	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	a301c1d8-177f-4de4-91d6-5b0bc7afbba4	{"stateSecret":"confirmedNone","version":1}	10c64f31ed4f14ab71c079560231c441bc1b64a6350458846d3505b7df1d0a7b
196	1741140000621	01955984-57fc-7789-9b97-bdf0eeb7c3be	returnToAuthor	article	a301c1d8-177f-4de4-91d6-5b0bc7afbba4	{"reason":"Xem lại tựa đề.","version":1}	4d1392f4a61eb245347b7ea0201b0c4e932e0866cc1b6a9fa388f2deee7e2da3
197	1741140000659	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	{"stateSecret":"confirmedNone","version":1}	1c1cf792e3d5ba7e4b82d4fd1e4b772966bbd783c0e5bf23e311d42363f87815
198	1741140000664	01955984-57fc-7789-9b97-bdf0eeb7c3be	claim	article	650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	{"version":1}	e565ba29b75ee3fca896b98e8688594fe6b35292bd74e9e987f6de298c38028c
202	1741140000819	01955984-5780-77dd-8b05-3ab0e66006df	save	article	01956407-feb0-780b-ad1f-ec2c7401d8ae	{"version":1}	c274e29eb61cec70b37c48072968d6a9b9e847260bc0599c10715d45e39a3209
199	1741140000775	01955984-5780-77dd-8b05-3ab0e66006df	save	article	a368bd65-f841-4ddc-9a5b-73a9f5276e87	{"version":2}	f4288427896f4af80790d7d0ece6aa7e5ca1d86cf6af63eec819c116ece558e5
200	1741140000793	01955984-5780-77dd-8b05-3ab0e66006df	save	article	01956407-fe88-71e0-92c9-d2ee8eabf336	{"version":1}	9b9dbb8080b468f866085a82e1a760d38d11f2344c481df3237350df98295ccc
201	1741140000803	01955984-5780-77dd-8b05-3ab0e66006df	submit	article	cdc05940-d592-461f-970c-504df16e8fb6	{"stateSecret":"confirmedNone","version":1}	3ad7f44c8936bb444c9d1aba9bd12cda3f6ed48473f935730efe18531d2ddbf8
204	1741140001198	01955984-57fc-7789-9b97-bdf0eeb7c3be	requestApproval	article	32f2875a-899a-4e35-b36e-ab274ffae1e0	{"version":1}	d32d5af37a724c46fad00f5ee9666baead1c858bb21631036199ec5de67692a7
205	1741140001207	01955984-57fc-7789-9b97-bdf0eeb7c3be	save	article	4b0140a6-ab44-4352-873d-9e100ff1a240	{"version":2}	00355117676af3720b8998aa0e3e053a7b2e566579b37b95395225fc94347718
206	1741140001247	01955984-587e-7e57-8269-07e58f7ba493	save	article	38efccf8-fed2-4378-ad4e-5ac6d001b160	{"version":2}	871d780f1fd6ff0f431e794a5d0697341a824ba1a0b128a0fc2ff105a13cd296
208	1741140001647	01955984-58f5-74d6-869a-37bcd74970e0	approve	article	4cd028c8-df55-4943-9ea8-eaf2dfcda24f	{"contentHash":"4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9","version":1}	fec86d41bb2a8bcc02ab2d9349e278c1f4c8a08fb482cde4fd316522e55b2974
209	1741140001662	01955984-58f5-74d6-869a-37bcd74970e0	publish	article	0d088d7b-75ba-4947-8677-92231b5f0e8c	{"number":10,"version":1}	a3dca3c2bf749643c2fb034db6a7a680917d1acf04afa557387e53c09be33f03
210	1741140001725	01955984-58bb-7fd8-86bd-cb788b4d820c	save	article	606be4a4-73ab-417a-ae67-e42160c1553b	{"version":2}	f0eaddf72252abc6b4127e93e931fd4b4dcc7456c41cc4c33c02e305c6fe51a6
203	1741140000979	01955984-57fc-7789-9b97-bdf0eeb7c3be	signIn	user	01955984-57fc-7789-9b97-bdf0eeb7c3be	{}	daa62dc1e8e970c854dc244c30304b0e4b47599bab41a64f3db28a912c152b6e
207	1741140001443	01955984-58f5-74d6-869a-37bcd74970e0	signIn	user	01955984-58f5-74d6-869a-37bcd74970e0	{}	c1e4bbc8db80c61b4c87b69763fc8c85e4a3fe8667b1340584f179876580fe3c
211	1741141200781	01955984-5735-77d1-af37-ba0c84a73e37	signIn	user	01955984-5735-77d1-af37-ba0c84a73e37	{}	f2af8ada2f6483d6c3b6cf8479a0a7546afefa468483018b3747b53bd628cdad
212	1741141201071	01955984-5780-77dd-8b05-3ab0e66006df	signIn	user	01955984-5780-77dd-8b05-3ab0e66006df	{}	fa98d679613026555ed247de563f422920cef62c5046f29931798e8ebd192daf
213	1741141201378	01955984-57be-742d-9c62-750dd97f3882	signIn	user	01955984-57be-742d-9c62-750dd97f3882	{}	664b1824b42e8fa81c6e0abbe9d9a67921ee488073a452499a48ccb0869434d9
214	1741141201598	01955984-57fc-7789-9b97-bdf0eeb7c3be	signIn	user	01955984-57fc-7789-9b97-bdf0eeb7c3be	{}	fc526ddf6852f9ee2d83bca81a30a46ee4c67197a2917da2b067af36415fcb63
215	1741141201902	01955984-583f-7e90-b15d-05babf0b6f19	signIn	user	01955984-583f-7e90-b15d-05babf0b6f19	{}	7faed32af6e3edf785a4cff082adbcfc063d19a7438fecb15c34a8b1d3501393
216	1741141202134	01955984-587e-7e57-8269-07e58f7ba493	signIn	user	01955984-587e-7e57-8269-07e58f7ba493	{}	a3005578f4b58740494c77489cc955242b262750f74899557590682cb1f9ea4c
217	1741141202421	01955984-58bb-7fd8-86bd-cb788b4d820c	signIn	user	01955984-58bb-7fd8-86bd-cb788b4d820c	{}	768eb0f987ea12da5113fd57e6aa156c9ee3f45682094e7036fc8ded2129ad3a
218	1741141202685	01955984-58f5-74d6-869a-37bcd74970e0	signIn	user	01955984-58f5-74d6-869a-37bcd74970e0	{}	98eec10db3af220665733f6e91a3af15f4496e312bac16d9eb01f32a21302bbf
219	1741141202936	01955984-592d-70d9-9232-61d8f5487788	signIn	user	01955984-592d-70d9-9232-61d8f5487788	{}	e79194e42cde54729103897c74460fc2b92160ed158f040cb4cab1900590dcd5
\.


--
-- Data for Name: changes; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.changes (sequence, noun, id, at) FROM stdin;
2	workflow	workflow	1740963600240
3	user	01955984-5735-77d1-af37-ba0c84a73e37	1740963600240
4	section	01955984-577e-7d32-adf6-db24c816aad6	1740963600254
5	section	01955984-577f-70d1-8fc4-a7630a8f05b5	1740963600255
6	section	01955984-577f-772a-a50e-41ad482afa96	1740963600255
7	user	01955984-5780-77dd-8b05-3ab0e66006df	1740963600318
8	user	01955984-57be-742d-9c62-750dd97f3882	1740963600379
9	user	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963600446
10	user	01955984-583f-7e90-b15d-05babf0b6f19	1740963600509
11	user	01955984-587e-7e57-8269-07e58f7ba493	1740963600570
12	user	01955984-58bb-7fd8-86bd-cb788b4d820c	1740963600628
13	user	01955984-58f5-74d6-869a-37bcd74970e0	1740963600685
14	user	01955984-592d-70d9-9232-61d8f5487788	1740963600743
16	site	site	1740963600805
18	media	2f674e6c-eb1c-4184-96e9-8c803c74575c	1740963601444
19	media	231f3788-6b35-48d5-9e27-e9aaabd4979e	1740963601480
26	article	4c684198-1720-4fea-8ca1-875a55a1b4c2	1740963601513
32	article	efc2bd16-1b46-487e-a17f-6443947cdf04	1740963601530
38	article	fc7650b2-7b46-4f04-9e23-90d035b27980	1740963601557
44	article	50f59401-50e8-4db8-ba72-c2f1d88384fb	1740963601579
64	media	278081f7-ab10-4585-a18e-720d0d253e95	1740963601626
69	article	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	1740963601638
75	article	16d6559b-38be-40f8-b0bf-098b899292cf	1740963601650
76	article	f74bd610-960f-4f99-a40d-ae745a9d2b81	1740963601653
77	article	3ea4bd17-4bf8-4405-981b-1554f7bc5204	1740963601655
79	article	b09d21dd-3fb3-4e0c-a16a-a49d2be0c898	1740963601659
82	article	55953659-3379-447d-9e90-1cbabf32fe0b	1740963601665
83	article	13163a1a-16f3-4438-800c-a35a9ffde051	1740963601666
85	article	2b657913-18cc-42b2-acae-7300224916b4	1740963601670
88	article	332ce290-4b2a-4018-b199-a2e6887e940f	1740963601676
94	article	2037a402-e11b-4123-92aa-5037c5d6afad	1740963601692
98	article	cd77a210-3847-4b9a-bf5b-3914b1ade417	1740963601700
107	article	372dbe64-c578-4da0-86a2-05c2e47ca0ca	1740963601716
112	article	7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	1740963601725
118	article	8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	1740963601734
124	article	ed33f9c2-5232-4733-aa3d-2d014be6307c	1740963601744
127	article	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	1740970800254
128	article	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	1740970800260
129	user	01955984-5968-73ca-bf76-21110b476370	1741053600005
130	article	a0387dfa-7241-482a-a28b-1441e07b1ced	1741053600248
135	article	aac98303-2597-479e-af66-9a97a9a05d7c	1741053600289
136	article	2f69dc9f-45bd-4f78-80b6-d8779a38601c	1741053600328
138	article	9fe37efd-0038-4f25-909c-f2aed0cb44e3	1741053600334
147	article	e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	1741053600379
152	article	5596a7c2-f522-44bd-ae40-bfc8daed52bd	1741053600397
155	article	2bb673f8-048c-425a-a895-35b4cca83e54	1741053600410
160	article	cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c	1741053600434
163	article	f61b08e7-1e18-4153-a488-440857d60aef	1741053600441
167	article	73d77db0-c017-4505-ac51-de193222a3ad	1741053600448
185	article	ff6043a9-3486-484a-b0af-a5142e7d6ce8	1741053600493
187	article	a2f16ffe-3618-4631-9f01-e7d11f32b464	1741140000266
189	article	a301c1d8-177f-4de4-91d6-5b0bc7afbba4	1741140000621
191	article	650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	1741140000664
192	article	a368bd65-f841-4ddc-9a5b-73a9f5276e87	1741140000775
193	article	01956407-fe88-71e0-92c9-d2ee8eabf336	1741140000793
194	article	cdc05940-d592-461f-970c-504df16e8fb6	1741140000803
195	article	01956407-feb0-780b-ad1f-ec2c7401d8ae	1741140000819
196	article	32f2875a-899a-4e35-b36e-ab274ffae1e0	1741140001198
197	article	4b0140a6-ab44-4352-873d-9e100ff1a240	1741140001207
198	article	38efccf8-fed2-4378-ad4e-5ac6d001b160	1741140001247
199	article	4cd028c8-df55-4943-9ea8-eaf2dfcda24f	1741140001647
200	article	0d088d7b-75ba-4947-8677-92231b5f0e8c	1741140001662
201	article	606be4a4-73ab-417a-ae67-e42160c1553b	1741140001725
\.


--
-- Data for Name: counters; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.counters (name, value) FROM stdin;
articleNumber	10
sequence	201
audit	219
\.


--
-- Data for Name: decisions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.decisions (article_id, "position", version, step, actor_id, at, reason) FROM stdin;
4c684198-1720-4fea-8ca1-875a55a1b4c2	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601492	
4c684198-1720-4fea-8ca1-875a55a1b4c2	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601496	
4c684198-1720-4fea-8ca1-875a55a1b4c2	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601500	
4c684198-1720-4fea-8ca1-875a55a1b4c2	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601504	
4c684198-1720-4fea-8ca1-875a55a1b4c2	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601513	
efc2bd16-1b46-487e-a17f-6443947cdf04	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601523	
efc2bd16-1b46-487e-a17f-6443947cdf04	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601525	
efc2bd16-1b46-487e-a17f-6443947cdf04	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601527	
efc2bd16-1b46-487e-a17f-6443947cdf04	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601529	
efc2bd16-1b46-487e-a17f-6443947cdf04	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601530	
fc7650b2-7b46-4f04-9e23-90d035b27980	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601544	
fc7650b2-7b46-4f04-9e23-90d035b27980	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601546	
fc7650b2-7b46-4f04-9e23-90d035b27980	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601549	
fc7650b2-7b46-4f04-9e23-90d035b27980	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601553	
fc7650b2-7b46-4f04-9e23-90d035b27980	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601557	
50f59401-50e8-4db8-ba72-c2f1d88384fb	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601572	
50f59401-50e8-4db8-ba72-c2f1d88384fb	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601574	
50f59401-50e8-4db8-ba72-c2f1d88384fb	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601575	
50f59401-50e8-4db8-ba72-c2f1d88384fb	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601577	
50f59401-50e8-4db8-ba72-c2f1d88384fb	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601579	
aac98303-2597-479e-af66-9a97a9a05d7c	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601584	
aac98303-2597-479e-af66-9a97a9a05d7c	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601585	
aac98303-2597-479e-af66-9a97a9a05d7c	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601587	
aac98303-2597-479e-af66-9a97a9a05d7c	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601589	
aac98303-2597-479e-af66-9a97a9a05d7c	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601590	
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601595	
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601596	
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601598	
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601600	
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601602	
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601610	
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601612	
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601613	
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601615	
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601620	
ab695d0f-9a5c-41b5-baea-eeafe94d32fb	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601626	
ab695d0f-9a5c-41b5-baea-eeafe94d32fb	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601628	
ab695d0f-9a5c-41b5-baea-eeafe94d32fb	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601630	
ab695d0f-9a5c-41b5-baea-eeafe94d32fb	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601632	
ab695d0f-9a5c-41b5-baea-eeafe94d32fb	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601638	
16d6559b-38be-40f8-b0bf-098b899292cf	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601643	
16d6559b-38be-40f8-b0bf-098b899292cf	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601644	
16d6559b-38be-40f8-b0bf-098b899292cf	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601646	
16d6559b-38be-40f8-b0bf-098b899292cf	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601648	
16d6559b-38be-40f8-b0bf-098b899292cf	5	1	publish	01955984-587e-7e57-8269-07e58f7ba493	1740963601650	
b09d21dd-3fb3-4e0c-a16a-a49d2be0c898	1	1	delete	01955984-5780-77dd-8b05-3ab0e66006df	1740963601659	
2b657913-18cc-42b2-acae-7300224916b4	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601670	
332ce290-4b2a-4018-b199-a2e6887e940f	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601674	
332ce290-4b2a-4018-b199-a2e6887e940f	2	1	withdraw	01955984-5780-77dd-8b05-3ab0e66006df	1740963601676	
a0387dfa-7241-482a-a28b-1441e07b1ced	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601683	
a0387dfa-7241-482a-a28b-1441e07b1ced	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601685	
2037a402-e11b-4123-92aa-5037c5d6afad	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601690	
2037a402-e11b-4123-92aa-5037c5d6afad	2	1	claim	01955984-583f-7e90-b15d-05babf0b6f19	1740963601692	
cd77a210-3847-4b9a-bf5b-3914b1ade417	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601695	
cd77a210-3847-4b9a-bf5b-3914b1ade417	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601697	
372dbe64-c578-4da0-86a2-05c2e47ca0ca	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601713	
372dbe64-c578-4da0-86a2-05c2e47ca0ca	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601715	
372dbe64-c578-4da0-86a2-05c2e47ca0ca	4	1	refuse	01955984-58bb-7fd8-86bd-cb788b4d820c	1740963601716	Đã có cơ quan khác đăng.
7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601719	
cd77a210-3847-4b9a-bf5b-3914b1ade417	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601700	
a2f16ffe-3618-4631-9f01-e7d11f32b464	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601704	
a2f16ffe-3618-4631-9f01-e7d11f32b464	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601705	
a2f16ffe-3618-4631-9f01-e7d11f32b464	3	1	returnToAuthor	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601707	Bổ sung số liệu của ấp Đình.
372dbe64-c578-4da0-86a2-05c2e47ca0ca	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601711	
7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601721	
7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601723	
7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	4	1	approve	01955984-58bb-7fd8-86bd-cb788b4d820c	1740963601725	Đăng sau cuộc họp.
8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601728	
8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601730	
8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601731	
8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	4	1	approve	01955984-58bb-7fd8-86bd-cb788b4d820c	1740963601733	
8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	5	1	revoke	01955984-58bb-7fd8-86bd-cb788b4d820c	1740963601734	Chờ ý kiến cấp trên
ed33f9c2-5232-4733-aa3d-2d014be6307c	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1740963601737	
ed33f9c2-5232-4733-aa3d-2d014be6307c	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601739	
ed33f9c2-5232-4733-aa3d-2d014be6307c	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740963601740	
ed33f9c2-5232-4733-aa3d-2d014be6307c	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1740963601742	
ed33f9c2-5232-4733-aa3d-2d014be6307c	5	1	schedule	01955984-587e-7e57-8269-07e58f7ba493	1740963601744	
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	6	1	correct	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740970800248	Giá đã đổi
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	6	1	unpublish	01955984-58bb-7fd8-86bd-cb788b4d820c	1740970800260	Sai sự thật
aac98303-2597-479e-af66-9a97a9a05d7c	6	1	correct	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600259	Sai chiều dài
aac98303-2597-479e-af66-9a97a9a05d7c	7	2	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600277	
aac98303-2597-479e-af66-9a97a9a05d7c	8	2	approve	01955984-58f5-74d6-869a-37bcd74970e0	1741053600286	
aac98303-2597-479e-af66-9a97a9a05d7c	9	2	publish	01955984-587e-7e57-8269-07e58f7ba493	1741053600289	
38efccf8-fed2-4378-ad4e-5ac6d001b160	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600360	
38efccf8-fed2-4378-ad4e-5ac6d001b160	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600367	
e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600375	
e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600379	
4b0140a6-ab44-4352-873d-9e100ff1a240	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600386	
4b0140a6-ab44-4352-873d-9e100ff1a240	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600388	
5596a7c2-f522-44bd-ae40-bfc8daed52bd	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600397	
2bb673f8-048c-425a-a895-35b4cca83e54	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600406	
2bb673f8-048c-425a-a895-35b4cca83e54	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600410	
32f2875a-899a-4e35-b36e-ab274ffae1e0	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600416	
32f2875a-899a-4e35-b36e-ab274ffae1e0	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600420	
cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600434	
f61b08e7-1e18-4153-a488-440857d60aef	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600438	
f61b08e7-1e18-4153-a488-440857d60aef	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600441	
73d77db0-c017-4505-ac51-de193222a3ad	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600444	
73d77db0-c017-4505-ac51-de193222a3ad	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600446	
73d77db0-c017-4505-ac51-de193222a3ad	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600448	
606be4a4-73ab-417a-ae67-e42160c1553b	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600452	
606be4a4-73ab-417a-ae67-e42160c1553b	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600454	
606be4a4-73ab-417a-ae67-e42160c1553b	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600456	
4cd028c8-df55-4943-9ea8-eaf2dfcda24f	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600460	
4cd028c8-df55-4943-9ea8-eaf2dfcda24f	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600462	
4cd028c8-df55-4943-9ea8-eaf2dfcda24f	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600464	
0d088d7b-75ba-4947-8677-92231b5f0e8c	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600467	
0d088d7b-75ba-4947-8677-92231b5f0e8c	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600469	
0d088d7b-75ba-4947-8677-92231b5f0e8c	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600471	
0d088d7b-75ba-4947-8677-92231b5f0e8c	4	1	approve	01955984-58bb-7fd8-86bd-cb788b4d820c	1741053600473	
ff6043a9-3486-484a-b0af-a5142e7d6ce8	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741053600477	
ff6043a9-3486-484a-b0af-a5142e7d6ce8	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600479	
ff6043a9-3486-484a-b0af-a5142e7d6ce8	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600489	
ff6043a9-3486-484a-b0af-a5142e7d6ce8	4	1	approve	01955984-58bb-7fd8-86bd-cb788b4d820c	1741053600493	
a2f16ffe-3618-4631-9f01-e7d11f32b464	4	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741140000254	
a2f16ffe-3618-4631-9f01-e7d11f32b464	5	1	returnToAuthor	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741140000266	Vẫn thiếu số liệu.
a301c1d8-177f-4de4-91d6-5b0bc7afbba4	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741140000604	
a301c1d8-177f-4de4-91d6-5b0bc7afbba4	2	1	returnToAuthor	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741140000621	Xem lại tựa đề.
650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741140000659	
650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	2	1	claim	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741140000664	
cdc05940-d592-461f-970c-504df16e8fb6	1	1	submit	01955984-5780-77dd-8b05-3ab0e66006df	1741140000803	
32f2875a-899a-4e35-b36e-ab274ffae1e0	3	1	requestApproval	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741140001198	
4cd028c8-df55-4943-9ea8-eaf2dfcda24f	4	1	approve	01955984-58f5-74d6-869a-37bcd74970e0	1741140001647	
0d088d7b-75ba-4947-8677-92231b5f0e8c	5	1	publish	01955984-58f5-74d6-869a-37bcd74970e0	1741140001662	
\.


--
-- Data for Name: grants; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.grants (user_id, role, section_id) FROM stdin;
01955984-5735-77d1-af37-ba0c84a73e37	administrator	
01955984-5780-77dd-8b05-3ab0e66006df	reporter	
01955984-57be-742d-9c62-750dd97f3882	contributor	
01955984-57fc-7789-9b97-bdf0eeb7c3be	editor	
01955984-583f-7e90-b15d-05babf0b6f19	editor	01955984-577f-70d1-8fc4-a7630a8f05b5
01955984-587e-7e57-8269-07e58f7ba493	secretary	
01955984-58bb-7fd8-86bd-cb788b4d820c	deputyChair	
01955984-58f5-74d6-869a-37bcd74970e0	boardChair	
01955984-592d-70d9-9232-61d8f5487788	accountant	
01955984-5968-73ca-bf76-21110b476370	reporter	
\.


--
-- Data for Name: item_views; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.item_views (article_number, views) FROM stdin;
1	6
2	6
3	2
4	2
5	2
6	2
8	6
9	2
10	2
\.


--
-- Data for Name: media; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.media (id, sha256, format, width, height, size, name, uploaded_by, created_at) FROM stdin;
278081f7-ab10-4585-a18e-720d0d253e95	b344149b2df874c54a1e3be86a6238eb0d02399f94923d6df792b5121b891071	jpeg	96	64	1774	Lễ khởi công.jpg	01955984-5780-77dd-8b05-3ab0e66006df	1740963601420
2f674e6c-eb1c-4184-96e9-8c803c74575c	f454a2518a32f558c0c9cc6aea3b5f94d1544cd6ac556403afa2daf974302593	png	96	64	316	sơ-đồ.png	01955984-57be-742d-9c62-750dd97f3882	1740963601444
231f3788-6b35-48d5-9e27-e9aaabd4979e	09924a8b4f092821d9e873b950b388ea758a8e75fe05a483bd79fd00244a000a	png	96	64	333	không-dùng.png	01955984-5780-77dd-8b05-3ab0e66006df	1740963601480
\.


--
-- Data for Name: opening_balance; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.opening_balance (one, day, total) FROM stdin;
1	2025-01-01	12345
\.


--
-- Data for Name: publication_counts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.publication_counts (section_id, week, live) FROM stdin;
01955984-577f-70d1-8fc4-a7630a8f05b5	2878	1
01955984-577f-772a-a50e-41ad482afa96	2878	2
01955984-577e-7d32-adf6-db24c816aad6	2878	6
\.


--
-- Data for Name: publication_media; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.publication_media (media_id, number) FROM stdin;
278081f7-ab10-4585-a18e-720d0d253e95	1
278081f7-ab10-4585-a18e-720d0d253e95	8
\.


--
-- Data for Name: publication_search; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.publication_search (rowid, title, words, accented_title, accented_words) FROM stdin;
48284827649	dong dinh khoi cong duong dinh dong	dong dinh khoi cong duong dinh dong uoc von 12 ti dong sang 3 3 tai xa dong dinh dong dinh khoi cong duong dinh dong dai dien lanh dao xa da du dau tu le khoi cong tran thi dao ap so ho dong 1 234 1234 dinh 567 thu nhat duong thu hai dien thu nhat duong thu hai dien duong thong dan vui chu chu chu chu chu chu cuoi xem van ban theo dai xa tran thi dao d uoc duong dau tu ap dong	đông đinh̀ khơỉ công đương̀ đinh̀ đông	đông đinh̀ khơỉ công đương̀ đinh̀ đông ươć vôń 12 tỉ đông̀ sanǵ 3 3 taị xã đông đinh̀ đông đinh̀ khơỉ công đương̀ đinh̀ đông đaị diêṇ lanh̃ đaọ xã đã dự đâù tư lễ khơỉ công trâǹ thị đaò âṕ số hộ đông 1 234 1234 đinh̀ 567 thứ nhât́ đương̀ thứ hai điêṇ thứ nhât́ đương̀ thứ hai điêṇ đương̀ thông dân vui chữ chữ chữ chữ chữ chữ cuôí xem văn ban̉ theo đaì xã trâǹ thị đaò đ ươć đương̀ đâù tư âṕ đông
48284827650	dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khi	dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khmer ap dinh don tet dong bao khi sang 3 3 tai xa dong dinh dong bao khmer ap dinh don tet dong bao khmer ap dinh don t ten dai nhat tran thi dao dong dinh	đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khĩ	đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khĩ sanǵ 3 3 taị xã đông đinh̀ đông̀ baò khmer âṕ đinh̀ đoń têt́ đông̀ baò khmer âṕ đinh̀ đoń t tên daì nhât́ trâǹ thị đaò đông đinh̀
48284827651	bao cao nam cua xa	bao cao nam cua xa sang 3 3 tai xa dong dinh bao cao nam cua xa xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam cau rach mieu thong xe xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua tran thi dao dong dinh	baó caó năm cuả xã	baó caó năm cuả xã sanǵ 3 3 taị xã đông đinh̀ baó caó năm cuả xã xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm xã đã lam̀ nhiêù viêc̣ trong năm câù racḥ miêũ thông xe xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã xã coǹ lam̀ nhiêù viêc̣ nưã trâǹ thị đaò đông đinh̀
48284827652	tin cua chuong trinh cu	tin cua chuong trinh cu sang 3 3 tai xa dong dinh tin cua chuong trinh cu chu de nguyen khong nen tran thi dao dong dinh	tin cuả chương trinh̀ cũ	tin cuả chương trinh̀ cũ sanǵ 3 3 taị xã đông đinh̀ tin cuả chương trinh̀ cũ chữ để nguyên không neń trâǹ thị đaò đông đinh̀
48284827654	gia dat dot 1	gia dat dot 1 sang 3 3 tai xa dong dinh gia dat dot 1 gia cu tran thi dao dong dinh	giá đât́ đơṭ 1	giá đât́ đơṭ 1 sanǵ 3 3 taị xã đông đinh̀ giá đât́ đơṭ 1 giá cũ trâǹ thị đaò đông đinh̀
48284827656	thong bao lich cat dien	thong bao lich cat dien sang 3 3 tai xa dong dinh thong bao lich cat dien tram dien tran thi dao tran thi dao dong dinh	thông baó licḥ căt́ điêṇ	thông baó licḥ căt́ điêṇ sanǵ 3 3 taị xã đông đinh̀ thông baó licḥ căt́ điêṇ traṃ điêṇ trâǹ thị đaò trâǹ thị đaò đông đinh̀
48284827657	cho go tu ban truong ban	cho go tu ban truong ban sang 3 3 tai xa dong dinh cho go tu ban truong ban se go tran thi dao dong dinh	chờ gỡ từ baǹ trương̉ ban	chờ gỡ từ baǹ trương̉ ban sanǵ 3 3 taị xã đông đinh̀ chờ gỡ từ baǹ trương̉ ban sẽ gỡ trâǹ thị đaò đông đinh̀
48284827653	duong dai 21 km	duong dai 21 km sang 3 3 tai xa dong dinh duong dai 21 km duong dai 21 km dinh chinh ban truoc ghi 12 km dung la 21 km tran thi dao dong dinh	đương̀ daì 21 km	đương̀ daì 21 km sanǵ 3 3 taị xã đông đinh̀ đương̀ daì 21 km đương̀ daì 21 km đinh́ chinh́ ban̉ trươć ghi 12 km đunǵ là 21 km trâǹ thị đaò đông đinh̀
48284827658	dang roi mat tra loi	dang roi mat tra loi sang 3 3 tai xa dong dinh dang roi mat tra loi doan mot doan hai doan ba tran thi dao dong dinh	đăng rôì mât́ trả lơì	đăng rôì mât́ trả lơì sanǵ 3 3 taị xã đông đinh̀ đăng rôì mât́ trả lơì đoaṇ môṭ đoaṇ hai đoaṇ ba trâǹ thị đaò đông đinh̀
\.


--
-- Data for Name: publication_texts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.publication_texts (number, "position", text, words) FROM stdin;
3	0	Sáng 03/3, tại xã Đông Đình: Báo cáo năm của xã\nXã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. 	 sang 3 3 tai xa dong dinh bao cao nam cua xa xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam 
3	1	trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã 	 trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa 
3	2	năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm 	 nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam 
3	3	Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Xã đã làm nhiều việc trong năm. Cầu Rạch Miễu thông xe. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều 	 xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam xa da lam nhieu viec trong nam cau rach mieu thong xe xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu 
3	4	còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. Xã còn làm nhiều việc nữa. \n\nTrần Thị Đào	 con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua xa con lam nhieu viec nua tran thi dao 
\.


--
-- Data for Name: publications; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.publications (number, article_id, version, section_id, genre, slug, title, lead, picture_id, first_at, at, taken_down_at, search_form) FROM stdin;
1	4c684198-1720-4fea-8ca1-875a55a1b4c2	1	01955984-577e-7d32-adf6-db24c816aad6	reportage	dong-dinh-khoi-cong-duong-dinh-dong	Đông Đình khởi công đường Đình Đông	Sáng 03/3, tại xã Đông Đình: Đông Đình khởi công đường Đình Đông	278081f7-ab10-4585-a18e-720d0d253e95	1740963601512	1740963601512	\N	8
2	efc2bd16-1b46-487e-a17f-6443947cdf04	1	01955984-577f-70d1-8fc4-a7630a8f05b5	newsBrief	dong-bao-khmer-ap-dinh-don-tet-dong-bao-khmer-ap-dinh-don-tet-dong-bao-khmer-ap-dinh-don-tet-dong	Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón Tết. Đồng bào KhỸ	Sáng 03/3, tại xã Đông Đình: Đồng bào Khmer ấp Đình đón Tết. Đồng bào Khmer ấp Đình đón T		1740963601530	1740963601530	\N	8
3	fc7650b2-7b46-4f04-9e23-90d035b27980	1	01955984-577f-772a-a50e-41ad482afa96	newsBrief	bao-cao-nam-cua-xa	Báo cáo năm của xã	Sáng 03/3, tại xã Đông Đình: Báo cáo năm của xã		1740963601555	1740963601555	\N	8
4	50f59401-50e8-4db8-ba72-c2f1d88384fb	1	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	tin-cua-chuong-trinh-cu	Tin của chương trình cũ	Sáng 03/3, tại xã Đông Đình: Tin của chương trình cũ		1740963601579	1740963601579	\N	8
6	ff74ddfd-78ad-46bb-87fa-e9b6099d500d	1	01955984-577f-772a-a50e-41ad482afa96	newsBrief	gia-dat-dot-1	Giá đất đợt 1	Sáng 03/3, tại xã Đông Đình: Giá đất đợt 1		1740963601601	1740963601601	\N	8
8	ab695d0f-9a5c-41b5-baea-eeafe94d32fb	1	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	thong-bao-lich-cat-dien	Thông báo lịch cắt điện	Sáng 03/3, tại xã Đông Đình: Thông báo lịch cắt điện	278081f7-ab10-4585-a18e-720d0d253e95	1740963601638	1740963601638	\N	8
9	16d6559b-38be-40f8-b0bf-098b899292cf	1	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	cho-go-tu-ban-truong-ban	Chờ gỡ từ bàn trưởng ban	Sáng 03/3, tại xã Đông Đình: Chờ gỡ từ bàn trưởng ban		1740963601650	1740963601650	\N	8
7	2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	1	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	tin-bi-go	Tin bị gỡ	Sáng 03/3, tại xã Đông Đình: Tin bị gỡ		1740963601620	1740963601620	1740970800260	8
10	0d088d7b-75ba-4947-8677-92231b5f0e8c	1	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	dang-roi-mat-tra-loi	Đăng rồi mất trả lời	Sáng 03/3, tại xã Đông Đình: Đăng rồi mất trả lời		1741140001662	1741140001662	\N	8
5	aac98303-2597-479e-af66-9a97a9a05d7c	2	01955984-577e-7d32-adf6-db24c816aad6	newsBrief	duong-dai-12-km	Đường dài 21 km	Sáng 03/3, tại xã Đông Đình: Đường dài 21 km		1740963601590	1741053600289	\N	8
\.


--
-- Data for Name: requests; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.requests (id, user_id, fingerprint, at, answer) FROM stdin;
9c9cc014-4008-4f46-a30c-06ba8ff86def	01955984-5780-77dd-8b05-3ab0e66006df	ce4d7f33d23fe316283fa5e094ab3ecfaf38b73adbd8299e1f7e8c0a9750ae2e	1740963601489	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","createdAt":1740963601486,"decisions":0,"id":"4c684198-1720-4fea-8ca1-875a55a1b4c2","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601486,"version":1},"requestId":"9c9cc014-4008-4f46-a30c-06ba8ff86def","sequence":20}
e0e7d57f-aa9e-45a8-984c-41310c2ec448	01955984-5780-77dd-8b05-3ab0e66006df	9a34c13627132dd54d9abb55008ea3ba2dedb16ccb2bd17f54815aec8ff963f1	1740963601493	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","createdAt":1740963601486,"decisions":1,"id":"4c684198-1720-4fea-8ca1-875a55a1b4c2","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601492,"version":1},"requestId":"e0e7d57f-aa9e-45a8-984c-41310c2ec448","sequence":22}
09dbd79a-c01c-40a9-a743-b5c9e5b4e1b0	01955984-57fc-7789-9b97-bdf0eeb7c3be	787bc130fb5cc305dca70c18858138d9b4c1e3b8b85f4b3b080948952d31a4f3	1740963601498	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","createdAt":1740963601486,"decisions":2,"id":"4c684198-1720-4fea-8ca1-875a55a1b4c2","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601496,"version":1},"requestId":"09dbd79a-c01c-40a9-a743-b5c9e5b4e1b0","sequence":23}
3027388f-9e91-44e1-9167-deeef5ad1309	01955984-57fc-7789-9b97-bdf0eeb7c3be	5dfdd6acecc9aa1983ed4f621e311bc9b72a7075388ada6ee1f47706b71507ad	1740963601501	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","createdAt":1740963601486,"decisions":3,"id":"4c684198-1720-4fea-8ca1-875a55a1b4c2","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601500,"version":1},"requestId":"3027388f-9e91-44e1-9167-deeef5ad1309","sequence":24}
a16a7dce-bf5b-4c68-a8c3-a78bed259441	01955984-58f5-74d6-869a-37bcd74970e0	26377f56400665b74841eaf54e88aa2dc4559b9328390282c158c0a1df19d2fa	1740963601506	{"article":{"approval":{"at":1740963601504,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","createdAt":1740963601486,"decisions":4,"id":"4c684198-1720-4fea-8ca1-875a55a1b4c2","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601504,"version":1},"requestId":"a16a7dce-bf5b-4c68-a8c3-a78bed259441","sequence":25}
9fe84891-1853-4ceb-9b0e-2f00e880f083	01955984-587e-7e57-8269-07e58f7ba493	c1cefd27d037de8379a32eabb5794a18e2b473f7929b54e6d253b4953d59b2d9	1740963601519	{"article":{"approval":{"at":1740963601504,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8","createdAt":1740963601486,"decisions":5,"id":"4c684198-1720-4fea-8ca1-875a55a1b4c2","publication":{"at":1740963601512,"firstAt":1740963601512,"number":1,"slug":"dong-dinh-khoi-cong-duong-dinh-dong","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601513,"version":1},"requestId":"9fe84891-1853-4ceb-9b0e-2f00e880f083","sequence":26}
0e97c706-70ab-40aa-b2c8-d02e7e180179	01955984-5780-77dd-8b05-3ab0e66006df	13ec13fbb36dedea1c404dfea67bfd6256eee3c143e24568c783c5dfffe697ab	1740963601522	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","createdAt":1740963601520,"decisions":0,"id":"efc2bd16-1b46-487e-a17f-6443947cdf04","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601520,"version":1},"requestId":"0e97c706-70ab-40aa-b2c8-d02e7e180179","sequence":27}
b34a1366-f9a5-40c1-afa7-eb1b4e777d28	01955984-5780-77dd-8b05-3ab0e66006df	9ef91a06cd15e27d708a3c21f7564411fa2a0888e3a5b073302140c5e81da423	1740963601524	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","createdAt":1740963601520,"decisions":1,"id":"efc2bd16-1b46-487e-a17f-6443947cdf04","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601523,"version":1},"requestId":"b34a1366-f9a5-40c1-afa7-eb1b4e777d28","sequence":28}
7d1b8d37-dc4d-400c-9181-a9a43398c152	01955984-57fc-7789-9b97-bdf0eeb7c3be	52aef514ba0c248fbd9ef7ed4ebbfeed8ae6128f7643cb3947acc49a706687c4	1740963601526	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","createdAt":1740963601520,"decisions":2,"id":"efc2bd16-1b46-487e-a17f-6443947cdf04","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601525,"version":1},"requestId":"7d1b8d37-dc4d-400c-9181-a9a43398c152","sequence":29}
e2c60808-1fbe-45dd-9c3a-6e467d3a0e77	01955984-57fc-7789-9b97-bdf0eeb7c3be	d11bf12c399fcac74c13e37924099cd096cfd94cc2f9075c2d287b955d592498	1740963601527	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","createdAt":1740963601520,"decisions":3,"id":"efc2bd16-1b46-487e-a17f-6443947cdf04","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601527,"version":1},"requestId":"e2c60808-1fbe-45dd-9c3a-6e467d3a0e77","sequence":30}
2f028e0e-1b1e-4f58-8877-a763d2982c40	01955984-58f5-74d6-869a-37bcd74970e0	baef6fd8768aa5f9b4fe94943f34c9493796fde58a900d0c7f9fd59a98315d3e	1740963601529	{"article":{"approval":{"at":1740963601529,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","createdAt":1740963601520,"decisions":4,"id":"efc2bd16-1b46-487e-a17f-6443947cdf04","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601529,"version":1},"requestId":"2f028e0e-1b1e-4f58-8877-a763d2982c40","sequence":31}
5ce87188-4e7d-416a-8ae3-aff26be48f9b	01955984-587e-7e57-8269-07e58f7ba493	8fc1c56eaaaadc2a2746b5549ab1e5f8b742c267c1a025bd8fcabae71bb894fd	1740963601537	{"article":{"approval":{"at":1740963601529,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc","createdAt":1740963601520,"decisions":5,"id":"efc2bd16-1b46-487e-a17f-6443947cdf04","publication":{"at":1740963601530,"firstAt":1740963601530,"number":2,"slug":"dong-bao-khmer-ap-dinh-don-tet-dong-bao-khmer-ap-dinh-don-tet-dong-bao-khmer-ap-dinh-don-tet-dong","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601530,"version":1},"requestId":"5ce87188-4e7d-416a-8ae3-aff26be48f9b","sequence":32}
38e0cd6b-e90d-4c51-a26a-75079ba74ec4	01955984-5780-77dd-8b05-3ab0e66006df	0c6b906397e87050be2c1e75727b63a304078c6755ac61bea99879722d8fbb46	1740963601541	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","createdAt":1740963601539,"decisions":0,"id":"fc7650b2-7b46-4f04-9e23-90d035b27980","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601540,"version":1},"requestId":"38e0cd6b-e90d-4c51-a26a-75079ba74ec4","sequence":33}
11b68950-6a75-47f8-8b31-a1bdc0e4d65a	01955984-5780-77dd-8b05-3ab0e66006df	8b2b189212afbca7cfe0cda6b0e994063f93efb929cf238340f958c9e0589fcd	1740963601545	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","createdAt":1740963601539,"decisions":1,"id":"fc7650b2-7b46-4f04-9e23-90d035b27980","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601544,"version":1},"requestId":"11b68950-6a75-47f8-8b31-a1bdc0e4d65a","sequence":34}
980db2af-5591-42e1-af06-5e93d9949bb4	01955984-57fc-7789-9b97-bdf0eeb7c3be	6ba5975588e36e282d892f7b14fd61144aef6726f1fba9c39d4a9eaa5702c23a	1740963601547	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","createdAt":1740963601539,"decisions":2,"id":"fc7650b2-7b46-4f04-9e23-90d035b27980","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601546,"version":1},"requestId":"980db2af-5591-42e1-af06-5e93d9949bb4","sequence":35}
1ae7e7e8-a67c-47b0-a92c-786c2505f9ac	01955984-57fc-7789-9b97-bdf0eeb7c3be	539051bc9899d9e277adc857aab9d6b45495016184efadf8ec2d590b4fa88181	1740963601550	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","createdAt":1740963601539,"decisions":3,"id":"fc7650b2-7b46-4f04-9e23-90d035b27980","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601549,"version":1},"requestId":"1ae7e7e8-a67c-47b0-a92c-786c2505f9ac","sequence":36}
6102a107-1725-44d5-9e70-f7fbfbdbce3c	01955984-58f5-74d6-869a-37bcd74970e0	490a017a45a7cebd0a7165a501269abb9c1a14ce4b0665a99159b3c645795d92	1740963601554	{"article":{"approval":{"at":1740963601553,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","createdAt":1740963601539,"decisions":4,"id":"fc7650b2-7b46-4f04-9e23-90d035b27980","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601553,"version":1},"requestId":"6102a107-1725-44d5-9e70-f7fbfbdbce3c","sequence":37}
810a42d8-f15a-41f2-8c91-415baa50df5c	01955984-587e-7e57-8269-07e58f7ba493	8adcca6887335863038f3cba68bc8a9fec9a07be87f31f5e193315df0cf085ce	1740963601569	{"article":{"approval":{"at":1740963601553,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c","createdAt":1740963601539,"decisions":5,"id":"fc7650b2-7b46-4f04-9e23-90d035b27980","publication":{"at":1740963601555,"firstAt":1740963601555,"number":3,"slug":"bao-cao-nam-cua-xa","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601557,"version":1},"requestId":"810a42d8-f15a-41f2-8c91-415baa50df5c","sequence":38}
b4f62796-02d3-4d90-94ea-2e3befa2f932	01955984-5780-77dd-8b05-3ab0e66006df	0f302bfd77d8bb92d7acc43ead1a821f081750e38a919400fc41e2677989bc38	1740963601571	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","createdAt":1740963601570,"decisions":0,"id":"50f59401-50e8-4db8-ba72-c2f1d88384fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601570,"version":1},"requestId":"b4f62796-02d3-4d90-94ea-2e3befa2f932","sequence":39}
c3295a09-a15e-4111-a07d-07f72123b561	01955984-5780-77dd-8b05-3ab0e66006df	5363b3af5ec2c1ea2005a6720174a962188b73df0207ec894896608a4aeb02de	1740963601573	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","createdAt":1740963601570,"decisions":1,"id":"50f59401-50e8-4db8-ba72-c2f1d88384fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601572,"version":1},"requestId":"c3295a09-a15e-4111-a07d-07f72123b561","sequence":40}
17ee83ea-5175-4e7d-a625-8e1b4b6065ac	01955984-57fc-7789-9b97-bdf0eeb7c3be	90a7913f99d32ed036571ae32f670a3d3a5c353b0a954a49e10e98da2942cf92	1740963601574	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","createdAt":1740963601570,"decisions":2,"id":"50f59401-50e8-4db8-ba72-c2f1d88384fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601574,"version":1},"requestId":"17ee83ea-5175-4e7d-a625-8e1b4b6065ac","sequence":41}
239e3638-2924-48f7-a5fb-d4a7de8c92d2	01955984-57fc-7789-9b97-bdf0eeb7c3be	6833700037c027183814e5dddf9cdb6d254796b2930d974bca5a87079bea1b30	1740963601576	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","createdAt":1740963601570,"decisions":3,"id":"50f59401-50e8-4db8-ba72-c2f1d88384fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601575,"version":1},"requestId":"239e3638-2924-48f7-a5fb-d4a7de8c92d2","sequence":42}
e9c4f754-c4b1-4193-ab9f-733633cfd00c	01955984-58f5-74d6-869a-37bcd74970e0	bab9a516c6f230b9ef8be6b5b66447016ed09cd1a851e913c3a7e1e52a30bc3b	1740963601578	{"article":{"approval":{"at":1740963601577,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","createdAt":1740963601570,"decisions":4,"id":"50f59401-50e8-4db8-ba72-c2f1d88384fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601577,"version":1},"requestId":"e9c4f754-c4b1-4193-ab9f-733633cfd00c","sequence":43}
4ba8ee74-2b13-4c38-b9c8-ddc4cdbae1ec	01955984-587e-7e57-8269-07e58f7ba493	ab8cc9cfc135c0fca54dd1b6c3eff3c3619e10632836234e71e11cb822a37339	1740963601580	{"article":{"approval":{"at":1740963601577,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485","createdAt":1740963601570,"decisions":5,"id":"50f59401-50e8-4db8-ba72-c2f1d88384fb","publication":{"at":1740963601579,"firstAt":1740963601579,"number":4,"slug":"tin-cua-chuong-trinh-cu","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601579,"version":1},"requestId":"4ba8ee74-2b13-4c38-b9c8-ddc4cdbae1ec","sequence":44}
8e13ea3e-ea07-4f1c-a169-12ddfbdf5f24	01955984-5780-77dd-8b05-3ab0e66006df	3ace025757be344d3beb32a6423e9abc60c61e39401f77cc0dd920bfae04252f	1740963601583	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","createdAt":1740963601581,"decisions":0,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601581,"version":1},"requestId":"8e13ea3e-ea07-4f1c-a169-12ddfbdf5f24","sequence":45}
1d1486a1-00f5-496d-98d8-3c559efbabdd	01955984-587e-7e57-8269-07e58f7ba493	fbaac8890e36cff7142834fafbe892fa7e6286774be16c179ec5be5ff370fa8c	1740963601605	{"article":{"approval":{"at":1740963601600,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","createdAt":1740963601593,"decisions":5,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","publication":{"at":1740963601601,"firstAt":1740963601601,"number":6,"slug":"gia-dat-dot-1","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601602,"version":1},"requestId":"1d1486a1-00f5-496d-98d8-3c559efbabdd","sequence":56}
fc3bdedf-9610-44c5-acd4-272a9dd9aebb	01955984-57fc-7789-9b97-bdf0eeb7c3be	9f24a8a985c4ae514293712d95ae023d89b8b5c787e3c3d0e9582cbfcc05e0e6	1740963601631	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","createdAt":1740963601623,"decisions":3,"id":"ab695d0f-9a5c-41b5-baea-eeafe94d32fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601630,"version":1},"requestId":"fc3bdedf-9610-44c5-acd4-272a9dd9aebb","sequence":67}
bb7f5c4d-ef19-42ca-9eb5-44acd7643c13	01955984-57fc-7789-9b97-bdf0eeb7c3be	c5bcf99a65568e2dc09e33f280c7ca0fee46a4599a6f08b3c267d6a44f51289f	1740963601645	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","createdAt":1740963601641,"decisions":2,"id":"16d6559b-38be-40f8-b0bf-098b899292cf","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601644,"version":1},"requestId":"bb7f5c4d-ef19-42ca-9eb5-44acd7643c13","sequence":72}
cb738853-a436-40ef-885a-ee8c648ae6e2	01955984-57fc-7789-9b97-bdf0eeb7c3be	53447ffcec5c125865dd860d17591d504d4dbb006f14dbaddb384dc44089be12	1740963601647	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","createdAt":1740963601641,"decisions":3,"id":"16d6559b-38be-40f8-b0bf-098b899292cf","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601646,"version":1},"requestId":"cb738853-a436-40ef-885a-ee8c648ae6e2","sequence":73}
89a455c5-b36a-4088-9507-0d918447b9bf	01955984-58f5-74d6-869a-37bcd74970e0	12a4be0a7ad53241fbe89c1312a7cddd09a9112cb424a1d7b0f87567b14ae38c	1740963601649	{"article":{"approval":{"at":1740963601648,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","createdAt":1740963601641,"decisions":4,"id":"16d6559b-38be-40f8-b0bf-098b899292cf","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601648,"version":1},"requestId":"89a455c5-b36a-4088-9507-0d918447b9bf","sequence":74}
54b7160f-6b34-40bc-a4b2-ab4066ea335d	01955984-587e-7e57-8269-07e58f7ba493	ce66ca55c44bb68515b8d316b21748b5e2e79cf973c5d6b6496eaf8f4b063248	1740963601652	{"article":{"approval":{"at":1740963601648,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","createdAt":1740963601641,"decisions":5,"id":"16d6559b-38be-40f8-b0bf-098b899292cf","publication":{"at":1740963601650,"firstAt":1740963601650,"number":9,"slug":"cho-go-tu-ban-truong-ban","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601650,"version":1},"requestId":"54b7160f-6b34-40bc-a4b2-ab4066ea335d","sequence":75}
85422ea9-006f-44cf-b441-c6e829861643	01955984-57be-742d-9c62-750dd97f3882	618666d9301890e5053a00f33443cdf739359b7bb46ebafd8d43fdba95084bab	1740963601654	{"article":{"author":"01955984-57be-742d-9c62-750dd97f3882","contentHash":"8ce10bf918ba38c57dabeba424595a409d3b6f1673329f0686e76111cdbbb1b4","createdAt":1740963601653,"decisions":0,"id":"f74bd610-960f-4f99-a40d-ae745a9d2b81","reason":"","savedBy":"01955984-57be-742d-9c62-750dd97f3882","state":"draft","updatedAt":1740963601653,"version":1},"requestId":"85422ea9-006f-44cf-b441-c6e829861643","sequence":76}
d6654c75-36e5-4f10-bbcd-4c191d66e1b9	01955984-5968-73ca-bf76-21110b476370	49762688461acc7ee7f7fd7646ae8dd849bea7961b055b99f38115e0fd126678	1740963601656	{"article":{"author":"01955984-5968-73ca-bf76-21110b476370","contentHash":"c68d21b80fbf1215ae92cc68711b9287e48c0b876952732b6828bf8d7fc692c9","createdAt":1740963601655,"decisions":0,"id":"3ea4bd17-4bf8-4405-981b-1554f7bc5204","reason":"","savedBy":"01955984-5968-73ca-bf76-21110b476370","state":"draft","updatedAt":1740963601655,"version":1},"requestId":"d6654c75-36e5-4f10-bbcd-4c191d66e1b9","sequence":77}
03ca4376-03b2-456a-84ee-e63bdfb2e308	01955984-5780-77dd-8b05-3ab0e66006df	6e54835ea2852be2d50205acc7f30cbac431b87721c46b1a0dea365e61c1f0ec	1740963601658	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"34452560c10a66f2745cc314e70fb50e666f69aeb537f656621674b3ee0d756c","createdAt":1740963601657,"decisions":0,"id":"b09d21dd-3fb3-4e0c-a16a-a49d2be0c898","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601657,"version":1},"requestId":"03ca4376-03b2-456a-84ee-e63bdfb2e308","sequence":78}
95e1ece8-d530-42e1-a557-27393014b6f0	01955984-57be-742d-9c62-750dd97f3882	022696f9248f8f356fe0280b3ce26e08a760c9aedf577913f403ff96f39b17dd	1740963601667	{"article":{"author":"01955984-57be-742d-9c62-750dd97f3882","contentHash":"29e7f369e469530411b38fa8f60f08002ecffbd7df7fcd641964708f9ed8b655","createdAt":1740963601666,"decisions":0,"id":"13163a1a-16f3-4438-800c-a35a9ffde051","reason":"","savedBy":"01955984-57be-742d-9c62-750dd97f3882","state":"draft","updatedAt":1740963601666,"version":1},"requestId":"95e1ece8-d530-42e1-a557-27393014b6f0","sequence":83}
5c6f3090-6d76-4320-84cc-a13d90bcb0ac	01955984-5780-77dd-8b05-3ab0e66006df	98bcf63f8f421cea57a62901da12425cc37a1bf1b005427a81137d80e63f3e1a	1740963601669	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"a27c6445874ccd12128438f951bb82bad27053de46c8b6dad2f98b022ccf237d","createdAt":1740963601668,"decisions":0,"id":"2b657913-18cc-42b2-acae-7300224916b4","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601668,"version":1},"requestId":"5c6f3090-6d76-4320-84cc-a13d90bcb0ac","sequence":84}
37af81fc-8291-4a71-8acf-20d704f0167e	01955984-5780-77dd-8b05-3ab0e66006df	cd4afc67a42215273893932426874178d99f32b4cc22172443aaece24fea433a	1740963601584	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","createdAt":1740963601581,"decisions":1,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601584,"version":1},"requestId":"37af81fc-8291-4a71-8acf-20d704f0167e","sequence":46}
7ca5300a-3258-488a-b62f-512d615f0c90	01955984-57fc-7789-9b97-bdf0eeb7c3be	bd48db07cf86a0dcbf811568993d9aaeaa9871b237625156dc84ffbce9c344c8	1740963601586	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","createdAt":1740963601581,"decisions":2,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601585,"version":1},"requestId":"7ca5300a-3258-488a-b62f-512d615f0c90","sequence":47}
e0441119-ace5-4f57-b8d0-11064a1af9e8	01955984-57fc-7789-9b97-bdf0eeb7c3be	701547563ac6bc1f0f79a08d897ac9776aceb88d82f2190df8605e7078c253b3	1740963601588	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","createdAt":1740963601581,"decisions":3,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601587,"version":1},"requestId":"e0441119-ace5-4f57-b8d0-11064a1af9e8","sequence":48}
1b2eff49-9875-4b2d-adcd-32a664509016	01955984-58f5-74d6-869a-37bcd74970e0	e4199823f929b66867c1cd934ceb3ea1ba0b1413a4ff3ee89a99b4ff389637ba	1740963601589	{"article":{"approval":{"at":1740963601589,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","createdAt":1740963601581,"decisions":4,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601589,"version":1},"requestId":"1b2eff49-9875-4b2d-adcd-32a664509016","sequence":49}
ec71efe4-36fb-4b41-90f9-53e2f97dc654	01955984-587e-7e57-8269-07e58f7ba493	d82e33f9117a85e7e95b1137fdf0b64912d7c33e28f56ffc1696de86b07d7eb9	1740963601592	{"article":{"approval":{"at":1740963601589,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","createdAt":1740963601581,"decisions":5,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","publication":{"at":1740963601590,"firstAt":1740963601590,"number":5,"slug":"duong-dai-12-km","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601590,"version":1},"requestId":"ec71efe4-36fb-4b41-90f9-53e2f97dc654","sequence":50}
b20a0bd0-cc75-4e79-b9fd-90e10a2ee509	01955984-5780-77dd-8b05-3ab0e66006df	12166cc7647f54ea4968920623bc193289694cfa7770c11df82045f0803f41bd	1740963601594	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","createdAt":1740963601593,"decisions":0,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601593,"version":1},"requestId":"b20a0bd0-cc75-4e79-b9fd-90e10a2ee509","sequence":51}
192ce638-1e20-4d65-af60-156b6d32d702	01955984-5780-77dd-8b05-3ab0e66006df	cf9c954b4070ee5e99d8ce0463461c0085d694c165b8d7fb6876c31ba12b417c	1740963601595	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","createdAt":1740963601593,"decisions":1,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601595,"version":1},"requestId":"192ce638-1e20-4d65-af60-156b6d32d702","sequence":52}
a75304d5-9437-4947-bcc3-2e7b878dade0	01955984-57fc-7789-9b97-bdf0eeb7c3be	bad7a3c65de78a79e5ebb5cbddc6dd4636e964e9afa4b34819c6dea1fd8ba39c	1740963601597	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","createdAt":1740963601593,"decisions":2,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601596,"version":1},"requestId":"a75304d5-9437-4947-bcc3-2e7b878dade0","sequence":53}
8c2c04e0-7cb0-4bb9-b027-7bd5cd3162d7	01955984-57fc-7789-9b97-bdf0eeb7c3be	8470953a7dd5cd94c5e145bff8276f86ee49defff999d43481a54d7e44e63a9c	1740963601598	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","createdAt":1740963601593,"decisions":3,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601598,"version":1},"requestId":"8c2c04e0-7cb0-4bb9-b027-7bd5cd3162d7","sequence":54}
16dd8991-4763-4057-914c-00bc0c8ce402	01955984-58f5-74d6-869a-37bcd74970e0	823dcc4d3a341aa5c1e99717a2b73dd40587c2c53f042a6ba26f97253af8b935	1740963601600	{"article":{"approval":{"at":1740963601600,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","createdAt":1740963601593,"decisions":4,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601600,"version":1},"requestId":"16dd8991-4763-4057-914c-00bc0c8ce402","sequence":55}
74b99f42-0cda-45a8-a61c-46a8073eda43	01955984-5780-77dd-8b05-3ab0e66006df	cbf3b589787232edd4a833dd89b0f1a8de60cc18dc947332dac1ed84dba8edfc	1740963601609	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","createdAt":1740963601606,"decisions":0,"id":"2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601606,"version":1},"requestId":"74b99f42-0cda-45a8-a61c-46a8073eda43","sequence":57}
6f7b769d-3698-4bd4-952e-4ccd8ecfa499	01955984-5780-77dd-8b05-3ab0e66006df	20e38d82548177f77855ee511d5be169e4cf2ccfd1e76dc7fccd3271807c83b1	1740963601611	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","createdAt":1740963601606,"decisions":1,"id":"2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601610,"version":1},"requestId":"6f7b769d-3698-4bd4-952e-4ccd8ecfa499","sequence":58}
74c8bec5-8462-49b5-9f52-401f07010f42	01955984-57fc-7789-9b97-bdf0eeb7c3be	c2ffbd8b285d021ab434e9cfb0adcadfc77221727ab55db07e0bbe34b38e44ac	1740963601612	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","createdAt":1740963601606,"decisions":2,"id":"2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601612,"version":1},"requestId":"74c8bec5-8462-49b5-9f52-401f07010f42","sequence":59}
9b28597e-8467-4c26-9aaf-99974e064878	01955984-57fc-7789-9b97-bdf0eeb7c3be	0add9c67a00c056cc6f81e2077bdc190a4f070b4c21eddba97a91d211edf539f	1740963601614	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","createdAt":1740963601606,"decisions":3,"id":"2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601613,"version":1},"requestId":"9b28597e-8467-4c26-9aaf-99974e064878","sequence":60}
725fdcca-8c3a-43e0-9de9-ccf000fdadf8	01955984-58f5-74d6-869a-37bcd74970e0	a39cd2db37ecc9676a3f160b481e586df47ce7497377e4f6f2e13e30d6b1acd5	1740963601616	{"article":{"approval":{"at":1740963601615,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","createdAt":1740963601606,"decisions":4,"id":"2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601615,"version":1},"requestId":"725fdcca-8c3a-43e0-9de9-ccf000fdadf8","sequence":61}
fa4fea45-19d3-4612-b1b2-c59e5746501c	01955984-587e-7e57-8269-07e58f7ba493	5e58dbd16195d40b37baac365cb587f6c32b90d1b8f20f8b826cdbaa372f78c2	1740963601622	{"article":{"approval":{"at":1740963601615,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","createdAt":1740963601606,"decisions":5,"id":"2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f","publication":{"at":1740963601620,"firstAt":1740963601620,"number":7,"slug":"tin-bi-go","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601620,"version":1},"requestId":"fa4fea45-19d3-4612-b1b2-c59e5746501c","sequence":62}
e19a0b3c-76cb-4401-aa51-c04f40e455d5	01955984-5780-77dd-8b05-3ab0e66006df	7a74cae88f919be2c89b0f3b61fe1de860166855932ccd97d1d8026c813fbf8b	1740963601624	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","createdAt":1740963601623,"decisions":0,"id":"ab695d0f-9a5c-41b5-baea-eeafe94d32fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601623,"version":1},"requestId":"e19a0b3c-76cb-4401-aa51-c04f40e455d5","sequence":63}
4aa95eef-5b69-4f5d-a206-6d0553cbded5	01955984-5780-77dd-8b05-3ab0e66006df	496344aa62b4586cbda528b1facde788c31080fbace24872170ff3a0776a4c63	1740963601626	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","createdAt":1740963601623,"decisions":1,"id":"ab695d0f-9a5c-41b5-baea-eeafe94d32fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601626,"version":1},"requestId":"4aa95eef-5b69-4f5d-a206-6d0553cbded5","sequence":65}
985f6e54-62a9-4fdc-8a4b-eef83de5e8aa	01955984-57fc-7789-9b97-bdf0eeb7c3be	1dcb06cb5f2a9dcdee7df317b6b4b2aa992ea1a793745c2f118d912bc2d2cae1	1740963601628	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","createdAt":1740963601623,"decisions":2,"id":"ab695d0f-9a5c-41b5-baea-eeafe94d32fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601628,"version":1},"requestId":"985f6e54-62a9-4fdc-8a4b-eef83de5e8aa","sequence":66}
34102325-99b0-4009-a0c7-93cba284d20e	01955984-58f5-74d6-869a-37bcd74970e0	13fbb7d849b3efe04cdcc0909a4718bd31e45bd90f4cefd0e1ee3a9ab87a5741	1740963601637	{"article":{"approval":{"at":1740963601632,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","createdAt":1740963601623,"decisions":4,"id":"ab695d0f-9a5c-41b5-baea-eeafe94d32fb","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601632,"version":1},"requestId":"34102325-99b0-4009-a0c7-93cba284d20e","sequence":68}
2d476a56-6183-4ef9-af23-3b7cc1c19635	01955984-587e-7e57-8269-07e58f7ba493	4c67cf9e80e387a9ffde17a169f1e60423239c7fc59aef0276472d4f12f6fe8a	1740963601640	{"article":{"approval":{"at":1740963601632,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1","createdAt":1740963601623,"decisions":5,"id":"ab695d0f-9a5c-41b5-baea-eeafe94d32fb","publication":{"at":1740963601638,"firstAt":1740963601638,"number":8,"slug":"thong-bao-lich-cat-dien","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1740963601638,"version":1},"requestId":"2d476a56-6183-4ef9-af23-3b7cc1c19635","sequence":69}
96099a6b-e587-439b-8aa9-a059256246df	01955984-5780-77dd-8b05-3ab0e66006df	5c77d4a3120b83c4a5c5719c423d7d5e2aa5731010cce3e4b47a84cb4652c2af	1740963601641	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","createdAt":1740963601641,"decisions":0,"id":"16d6559b-38be-40f8-b0bf-098b899292cf","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601641,"version":1},"requestId":"96099a6b-e587-439b-8aa9-a059256246df","sequence":70}
98862cb4-7d26-47a3-8899-145d4e42437c	01955984-5780-77dd-8b05-3ab0e66006df	bca9286855f4c309a788ecb52e8971ca06e4db88c9314c4799268918bc3fb52a	1740963601643	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51","createdAt":1740963601641,"decisions":1,"id":"16d6559b-38be-40f8-b0bf-098b899292cf","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601643,"version":1},"requestId":"98862cb4-7d26-47a3-8899-145d4e42437c","sequence":71}
72a78d8b-dd25-485e-9dc7-c1ee61578e52	01955984-5780-77dd-8b05-3ab0e66006df	8b5c54d7108260a189db8e501286a7373e20427f281756307a0c4d4d6e6e007a	1740963601660	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"34452560c10a66f2745cc314e70fb50e666f69aeb537f656621674b3ee0d756c","createdAt":1740963601657,"decisions":1,"id":"b09d21dd-3fb3-4e0c-a16a-a49d2be0c898","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"deleted","updatedAt":1740963601659,"version":1},"requestId":"72a78d8b-dd25-485e-9dc7-c1ee61578e52","sequence":79}
adb27f58-2301-46b5-8695-8d47eebf2ca7	01955984-57be-742d-9c62-750dd97f3882	af7c553a9378c0cd97da2043153a29ca1d76c742b1c7050a4cdbe6233aecfbe7	1740963601662	{"article":{"author":"01955984-57be-742d-9c62-750dd97f3882","contentHash":"4da9a534c6cf42cfb73e56fa3f92fb468a0dcfbc921718d5150dd526ed3964fa","createdAt":1740963601661,"decisions":0,"id":"55953659-3379-447d-9e90-1cbabf32fe0b","reason":"","savedBy":"01955984-57be-742d-9c62-750dd97f3882","state":"draft","updatedAt":1740963601661,"version":1},"requestId":"adb27f58-2301-46b5-8695-8d47eebf2ca7","sequence":80}
121b01a6-890d-426f-80ec-780124730540	01955984-57be-742d-9c62-750dd97f3882	f78f9d6cdc29e0f0187ec9c429ac8d24bb21b20fed9073bc5408d20fc6832d5a	1740963601663	{"article":{"author":"01955984-57be-742d-9c62-750dd97f3882","contentHash":"d81bd0fb8a23b44c9ff2c355ff8f75b61f2d67a964da7a55e69ff0ca041fbc51","createdAt":1740963601661,"decisions":0,"id":"55953659-3379-447d-9e90-1cbabf32fe0b","reason":"","savedBy":"01955984-57be-742d-9c62-750dd97f3882","state":"draft","updatedAt":1740963601663,"version":2},"requestId":"121b01a6-890d-426f-80ec-780124730540","sequence":81}
da319c18-0bfe-45ea-867d-d4a0b37a57a2	01955984-57be-742d-9c62-750dd97f3882	31588db540c15f10e10f837a144bd2a5e29c9408320ce97e70c2bc4e642d0034	1740963601665	{"article":{"author":"01955984-57be-742d-9c62-750dd97f3882","contentHash":"4da9a534c6cf42cfb73e56fa3f92fb468a0dcfbc921718d5150dd526ed3964fa","createdAt":1740963601661,"decisions":0,"id":"55953659-3379-447d-9e90-1cbabf32fe0b","reason":"","savedBy":"01955984-57be-742d-9c62-750dd97f3882","state":"draft","updatedAt":1740963601665,"version":3},"requestId":"da319c18-0bfe-45ea-867d-d4a0b37a57a2","sequence":82}
9c83f146-bfea-4920-91f4-c55001bac544	01955984-5780-77dd-8b05-3ab0e66006df	3d3db6dcf780a33e63d0279391fd6524a40c6af0ef0c500d385f9cb4459f8137	1740963601673	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"9cee5da2f1638978aa4cb8a70a61d1b4bc17e1162da212e02dd574fdc75a73e5","createdAt":1740963601672,"decisions":0,"id":"332ce290-4b2a-4018-b199-a2e6887e940f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601672,"version":1},"requestId":"9c83f146-bfea-4920-91f4-c55001bac544","sequence":86}
a0e81887-a543-4230-b9b2-707ab338d66f	01955984-5780-77dd-8b05-3ab0e66006df	8d127748d2cb986ce43d1d26368ee627ff49be191920ee10973192ce0ea3d9ce	1740963601674	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"9cee5da2f1638978aa4cb8a70a61d1b4bc17e1162da212e02dd574fdc75a73e5","createdAt":1740963601672,"decisions":1,"id":"332ce290-4b2a-4018-b199-a2e6887e940f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601674,"version":1},"requestId":"a0e81887-a543-4230-b9b2-707ab338d66f","sequence":87}
563c7dcf-91be-4986-85f4-a5c5787b9d50	01955984-57fc-7789-9b97-bdf0eeb7c3be	4a939fc2febbf1441b24c9c9958de06d21014cc6b62e7578bd350b53736234d7	1740963601700	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"8dc8201f77b6de886fa602116c880d1cd873878679273735f251e9e85806cc8f","createdAt":1740963601693,"decisions":3,"id":"cd77a210-3847-4b9a-bf5b-3914b1ade417","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601700,"version":1},"requestId":"563c7dcf-91be-4986-85f4-a5c5787b9d50","sequence":98}
db6f164d-d26b-4869-84c8-13f8d58e7cc8	01955984-5780-77dd-8b05-3ab0e66006df	3a526141052cd2048c97dab63fc166f1824faaeb942add26a89344a831a697b0	1740963601703	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f","createdAt":1740963601702,"decisions":0,"id":"a2f16ffe-3618-4631-9f01-e7d11f32b464","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601702,"version":1},"requestId":"db6f164d-d26b-4869-84c8-13f8d58e7cc8","sequence":99}
78a4968a-271a-44b8-acd9-8d8b63292cf0	01955984-5780-77dd-8b05-3ab0e66006df	f2d5c04905a3a2fe7ccae3b3ecf958bb9bce45bdd3e8357c3f2729d1433626dc	1740963601704	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f","createdAt":1740963601702,"decisions":1,"id":"a2f16ffe-3618-4631-9f01-e7d11f32b464","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601704,"version":1},"requestId":"78a4968a-271a-44b8-acd9-8d8b63292cf0","sequence":100}
cc9d018f-2007-4b0a-9aa8-13e12234b855	01955984-57fc-7789-9b97-bdf0eeb7c3be	9bdeaf3eee40b505a95e0397b5eefc1e92bf0560ec991dc8e5623d08dcf478ea	1740963601706	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f","createdAt":1740963601702,"decisions":2,"id":"a2f16ffe-3618-4631-9f01-e7d11f32b464","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601705,"version":1},"requestId":"cc9d018f-2007-4b0a-9aa8-13e12234b855","sequence":101}
aacdc0fa-8443-4d00-8cfb-7a48800e47de	01955984-57fc-7789-9b97-bdf0eeb7c3be	cb7ac819470e8c9f4d5e9dae2893f6a3fc2a386e3d222959f8cbb935d98836a8	1740963601707	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f","createdAt":1740963601702,"decisions":3,"id":"a2f16ffe-3618-4631-9f01-e7d11f32b464","reason":"Bổ sung số liệu của ấp Đình.","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"returned","updatedAt":1740963601707,"version":1},"requestId":"aacdc0fa-8443-4d00-8cfb-7a48800e47de","sequence":102}
0f7f60e8-9c16-4a1c-ac5e-3c60ad91758c	01955984-5780-77dd-8b05-3ab0e66006df	d4ec189c56a7393cf3e4b2f3524217669a13ff6a03d2baeb6966785ab66444d3	1740963601710	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e66de999303bea0e78956b99a0e2d5a19fcf5d80f840c50b01d00d4b31a09cc6","createdAt":1740963601708,"decisions":0,"id":"372dbe64-c578-4da0-86a2-05c2e47ca0ca","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601708,"version":1},"requestId":"0f7f60e8-9c16-4a1c-ac5e-3c60ad91758c","sequence":103}
b3e2a2b1-6546-4403-9acd-260b09472f94	01955984-5780-77dd-8b05-3ab0e66006df	1f28a0f67a49e3401f998a41e654d2b78663490e56e98a326e5500acbabe5ce5	1740963601712	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e66de999303bea0e78956b99a0e2d5a19fcf5d80f840c50b01d00d4b31a09cc6","createdAt":1740963601708,"decisions":1,"id":"372dbe64-c578-4da0-86a2-05c2e47ca0ca","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601711,"version":1},"requestId":"b3e2a2b1-6546-4403-9acd-260b09472f94","sequence":104}
90d32f40-1fe8-4360-a13e-4e963e745ca9	01955984-5780-77dd-8b05-3ab0e66006df	19204af1d48c217f08661d45b4eacf2e57b68b01c874e2249bd0cd7464b64fbe	1740963601718	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573","createdAt":1740963601718,"decisions":0,"id":"7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601718,"version":1},"requestId":"90d32f40-1fe8-4360-a13e-4e963e745ca9","sequence":108}
734c7db1-af69-4ca5-a190-31a1fc5fdf2b	01955984-5780-77dd-8b05-3ab0e66006df	5d9034a2c16af74f52e2df3327d20447d0c48afd27843e4b8d8542a51efb3627	1740963601671	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"a27c6445874ccd12128438f951bb82bad27053de46c8b6dad2f98b022ccf237d","createdAt":1740963601668,"decisions":1,"id":"2b657913-18cc-42b2-acae-7300224916b4","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601670,"version":1},"requestId":"734c7db1-af69-4ca5-a190-31a1fc5fdf2b","sequence":85}
a5c3d499-b34d-494b-9a82-6ebca50252d6	01955984-5780-77dd-8b05-3ab0e66006df	7387fff977a363206a07916037b5cbc2638575cb2aa5e7361afd324a59f31412	1740963601681	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"9cee5da2f1638978aa4cb8a70a61d1b4bc17e1162da212e02dd574fdc75a73e5","createdAt":1740963601672,"decisions":2,"id":"332ce290-4b2a-4018-b199-a2e6887e940f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601676,"version":1},"requestId":"a5c3d499-b34d-494b-9a82-6ebca50252d6","sequence":88}
f6dbe881-0d28-4486-bbb8-3587ff711e4e	01955984-5780-77dd-8b05-3ab0e66006df	9c7a76ddc6f4ad67af245b3c64fbec5ada5e410695daea03088466193e924156	1740963601682	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"1ea2f113b7c5bf329d0f9405825265d90191a59e364ed4d7b3aebb5c5b5d73aa","createdAt":1740963601682,"decisions":0,"id":"a0387dfa-7241-482a-a28b-1441e07b1ced","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601682,"version":1},"requestId":"f6dbe881-0d28-4486-bbb8-3587ff711e4e","sequence":89}
9e0d732b-95c6-477f-8e29-ef302234156d	01955984-5780-77dd-8b05-3ab0e66006df	b745be31ab3a3bacf06169005a6df6dd159331e3b72e3803c50244d88ccc53de	1740963601684	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"1ea2f113b7c5bf329d0f9405825265d90191a59e364ed4d7b3aebb5c5b5d73aa","createdAt":1740963601682,"decisions":1,"id":"a0387dfa-7241-482a-a28b-1441e07b1ced","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601683,"version":1},"requestId":"9e0d732b-95c6-477f-8e29-ef302234156d","sequence":90}
0160fa7e-6282-42fe-a666-7a67c0c5bf6d	01955984-57fc-7789-9b97-bdf0eeb7c3be	19be950adb251124a60d817f17415e2fcfea6fad8b831054007c0a1247641ee5	1740963601686	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"1ea2f113b7c5bf329d0f9405825265d90191a59e364ed4d7b3aebb5c5b5d73aa","createdAt":1740963601682,"decisions":2,"id":"a0387dfa-7241-482a-a28b-1441e07b1ced","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601685,"version":1},"requestId":"0160fa7e-6282-42fe-a666-7a67c0c5bf6d","sequence":91}
7f761c4b-d4e5-4255-98ca-60e57d17f65c	01955984-5780-77dd-8b05-3ab0e66006df	d0727e09962077d6681f9fa554a031e3f663fd391aaa16b505e68bea36653ea0	1740963601689	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"711e9bacec4ffcd5848e92d3884f9fa02d1ea3326b1c593502a7ac5b63cb02ee","createdAt":1740963601687,"decisions":0,"id":"2037a402-e11b-4123-92aa-5037c5d6afad","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601687,"version":1},"requestId":"7f761c4b-d4e5-4255-98ca-60e57d17f65c","sequence":92}
cd3f3823-7cde-48aa-8ffb-f05f6698c85b	01955984-5780-77dd-8b05-3ab0e66006df	4715c3323809087c4c0e211ea5e3a56dd3ddcea3141a0e748386708c54170eb7	1740963601691	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"711e9bacec4ffcd5848e92d3884f9fa02d1ea3326b1c593502a7ac5b63cb02ee","createdAt":1740963601687,"decisions":1,"id":"2037a402-e11b-4123-92aa-5037c5d6afad","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601690,"version":1},"requestId":"cd3f3823-7cde-48aa-8ffb-f05f6698c85b","sequence":93}
022b395f-f485-46ef-9e82-f13447030317	01955984-583f-7e90-b15d-05babf0b6f19	b588588d8aa2f675d3da0fecc46b9af55aaba3a1c4209ea455222e7f3748c28f	1740963601692	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"711e9bacec4ffcd5848e92d3884f9fa02d1ea3326b1c593502a7ac5b63cb02ee","createdAt":1740963601687,"decisions":2,"id":"2037a402-e11b-4123-92aa-5037c5d6afad","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601692,"version":1},"requestId":"022b395f-f485-46ef-9e82-f13447030317","sequence":94}
8c81dadc-ad99-4a39-9fd9-c7fc525ef1df	01955984-5780-77dd-8b05-3ab0e66006df	d9be6afb4ad52f99f26bfeff5204aab0148081e94733b7f027d9ec0a1e40b501	1740963601694	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"8dc8201f77b6de886fa602116c880d1cd873878679273735f251e9e85806cc8f","createdAt":1740963601693,"decisions":0,"id":"cd77a210-3847-4b9a-bf5b-3914b1ade417","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601693,"version":1},"requestId":"8c81dadc-ad99-4a39-9fd9-c7fc525ef1df","sequence":95}
d525337e-5ca2-4888-ae2a-28f9de29dd7a	01955984-5780-77dd-8b05-3ab0e66006df	7c3726abcc142a9026721f709e317dcff29b4170231ce79b443449ba197128f2	1740963601696	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"8dc8201f77b6de886fa602116c880d1cd873878679273735f251e9e85806cc8f","createdAt":1740963601693,"decisions":1,"id":"cd77a210-3847-4b9a-bf5b-3914b1ade417","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601695,"version":1},"requestId":"d525337e-5ca2-4888-ae2a-28f9de29dd7a","sequence":96}
3c56d3d9-43cd-469e-a3cf-ff3ec5d09663	01955984-57fc-7789-9b97-bdf0eeb7c3be	211d689a4414fea9e48b85414d99e818374f5344c38eddfec0fc85fb5eb0d195	1740963601698	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"8dc8201f77b6de886fa602116c880d1cd873878679273735f251e9e85806cc8f","createdAt":1740963601693,"decisions":2,"id":"cd77a210-3847-4b9a-bf5b-3914b1ade417","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601697,"version":1},"requestId":"3c56d3d9-43cd-469e-a3cf-ff3ec5d09663","sequence":97}
b94a384b-2692-43e6-aa2a-0dd84e9672b6	01955984-57fc-7789-9b97-bdf0eeb7c3be	7d7ba3b7c2dbdc055ee50a45f6a05e6b0c0de6089f26c95845c1df9418d20928	1740963601714	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e66de999303bea0e78956b99a0e2d5a19fcf5d80f840c50b01d00d4b31a09cc6","createdAt":1740963601708,"decisions":2,"id":"372dbe64-c578-4da0-86a2-05c2e47ca0ca","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601713,"version":1},"requestId":"b94a384b-2692-43e6-aa2a-0dd84e9672b6","sequence":105}
3b87222b-9d68-45ec-ab67-ca5ac2fdd37c	01955984-57fc-7789-9b97-bdf0eeb7c3be	72ac6367824e2f6f4ad5e889373e8779c171c7e39df839e874ca07bf1775d9f6	1740963601715	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e66de999303bea0e78956b99a0e2d5a19fcf5d80f840c50b01d00d4b31a09cc6","createdAt":1740963601708,"decisions":3,"id":"372dbe64-c578-4da0-86a2-05c2e47ca0ca","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601715,"version":1},"requestId":"3b87222b-9d68-45ec-ab67-ca5ac2fdd37c","sequence":106}
f79e348f-e675-433d-adaa-706bfd63904f	01955984-58bb-7fd8-86bd-cb788b4d820c	84bd311342b4affeaa97dbecaa2ef9558b6759f991488eac77cf7a4698e23327	1740963601717	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e66de999303bea0e78956b99a0e2d5a19fcf5d80f840c50b01d00d4b31a09cc6","createdAt":1740963601708,"decisions":4,"id":"372dbe64-c578-4da0-86a2-05c2e47ca0ca","reason":"Đã có cơ quan khác đăng.","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"refused","updatedAt":1740963601716,"version":1},"requestId":"f79e348f-e675-433d-adaa-706bfd63904f","sequence":107}
b277d550-c367-42d8-bf5d-af08be84b8c2	01955984-5780-77dd-8b05-3ab0e66006df	64cf34dde1500f468304972f340dec2e28b5419d99127f701b47c264b496ef6b	1740963601720	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573","createdAt":1740963601718,"decisions":1,"id":"7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601719,"version":1},"requestId":"b277d550-c367-42d8-bf5d-af08be84b8c2","sequence":109}
6eb17f67-510a-4dca-ae24-48ff8dda6845	01955984-57fc-7789-9b97-bdf0eeb7c3be	df34dd1ad393ff910ee5c391f16ebfc80f73285380f85095639c2666f99cfa0d	1740963601722	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573","createdAt":1740963601718,"decisions":2,"id":"7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601721,"version":1},"requestId":"6eb17f67-510a-4dca-ae24-48ff8dda6845","sequence":110}
5b22e3ad-9566-4bc5-af67-58819166787a	01955984-57fc-7789-9b97-bdf0eeb7c3be	57dd534ffcf7624bd608f9c9768178e2712328a3c5b8bdce85bb9b512d57089e	1740963601723	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573","createdAt":1740963601718,"decisions":3,"id":"7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601723,"version":1},"requestId":"5b22e3ad-9566-4bc5-af67-58819166787a","sequence":111}
fb698f88-c218-467f-b8af-0332368506e5	01955984-58bb-7fd8-86bd-cb788b4d820c	dea72d76b4ca396d949b72c6272ff6ce06da703f5759281f84df2cc421c24403	1740963601725	{"article":{"approval":{"at":1740963601725,"by":"01955984-58bb-7fd8-86bd-cb788b4d820c","contentHash":"c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573","createdAt":1740963601718,"decisions":4,"id":"7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1","reason":"Đăng sau cuộc họp.","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601725,"version":1},"requestId":"fb698f88-c218-467f-b8af-0332368506e5","sequence":112}
ea376893-dc8b-4625-b326-91892b10aaea	01955984-5780-77dd-8b05-3ab0e66006df	b8cc23e6ecac97b76cbf32953ca4696001931c1e2ac65a0b23984f0c2140d347	1740963601727	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","createdAt":1740963601726,"decisions":0,"id":"8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601726,"version":1},"requestId":"ea376893-dc8b-4625-b326-91892b10aaea","sequence":113}
4cfc40ff-2e3d-4531-8bd0-c2eb8d364319	01955984-5780-77dd-8b05-3ab0e66006df	0512e3f6a97e63378b02c62fce9269ef682fb826bf20fd72df04cfa9ad9fdbb6	1740963601728	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","createdAt":1740963601726,"decisions":1,"id":"8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601728,"version":1},"requestId":"4cfc40ff-2e3d-4531-8bd0-c2eb8d364319","sequence":114}
d3dd00d3-3789-4088-b362-5b89365f21db	01955984-57fc-7789-9b97-bdf0eeb7c3be	afd171ec66a8312ee6f779e14ce7da5aef3032fbc315e22d93f37a7943f19efb	1740963601730	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","createdAt":1740963601726,"decisions":2,"id":"8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601730,"version":1},"requestId":"d3dd00d3-3789-4088-b362-5b89365f21db","sequence":115}
768d4893-647f-46ac-a160-861cc7d1300f	01955984-57fc-7789-9b97-bdf0eeb7c3be	6dc7e146dcffb38f9508bd6bcc8f641a6cf830dd7d24a39e4c42d35d4f2fc60d	1740963601731	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","createdAt":1740963601726,"decisions":3,"id":"8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601731,"version":1},"requestId":"768d4893-647f-46ac-a160-861cc7d1300f","sequence":116}
fd5e02b2-b133-4fe2-999b-1f4cae084ba8	01955984-58bb-7fd8-86bd-cb788b4d820c	ed98597598736556a0f007d84c84b38d006f58007d8745ba7baac13725fd078a	1740963601733	{"article":{"approval":{"at":1740963601733,"by":"01955984-58bb-7fd8-86bd-cb788b4d820c","contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","createdAt":1740963601726,"decisions":4,"id":"8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601733,"version":1},"requestId":"fd5e02b2-b133-4fe2-999b-1f4cae084ba8","sequence":117}
97bd4635-958d-4cbe-9030-496594875a7f	01955984-58bb-7fd8-86bd-cb788b4d820c	ab6078e4aba0055f1ee5c3b75312ebb920b37d400ecd31e6ef3e4a9d92cce16d	1740963601735	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67","createdAt":1740963601726,"decisions":5,"id":"8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3","reason":"Chờ ý kiến cấp trên","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601734,"version":1},"requestId":"97bd4635-958d-4cbe-9030-496594875a7f","sequence":118}
5b3771a0-c6a0-4198-8460-e7daed400aad	01955984-5780-77dd-8b05-3ab0e66006df	233405a11367a6fc437de04609d53776cda91c2740e7deb286c3f90ee0ca8473	1740963601736	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","createdAt":1740963601736,"decisions":0,"id":"ed33f9c2-5232-4733-aa3d-2d014be6307c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1740963601736,"version":1},"requestId":"5b3771a0-c6a0-4198-8460-e7daed400aad","sequence":119}
b52ccf53-f0ab-4fef-b23a-03277fdda225	01955984-5780-77dd-8b05-3ab0e66006df	bd3b6cdf1a61271333b3843cff6f753d7ebf6df4f353f707f5490dfad6a97935	1740963601738	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","createdAt":1740963601736,"decisions":1,"id":"ed33f9c2-5232-4733-aa3d-2d014be6307c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1740963601737,"version":1},"requestId":"b52ccf53-f0ab-4fef-b23a-03277fdda225","sequence":120}
cedc2a60-5588-4703-8fd5-b41b5701c19c	01955984-57fc-7789-9b97-bdf0eeb7c3be	16740e57fc3cb6a698fd551e6ed727cb8d02090496a54986d89b318beb921cba	1740963601739	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","createdAt":1740963601736,"decisions":2,"id":"ed33f9c2-5232-4733-aa3d-2d014be6307c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740963601739,"version":1},"requestId":"cedc2a60-5588-4703-8fd5-b41b5701c19c","sequence":121}
037d2f9a-19bb-49cb-a868-df2099592a67	01955984-57fc-7789-9b97-bdf0eeb7c3be	991e4ea855bd491de1ec64d5f49b79500580ee646c84129c53e648d361d05256	1740963601741	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","createdAt":1740963601736,"decisions":3,"id":"ed33f9c2-5232-4733-aa3d-2d014be6307c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1740963601740,"version":1},"requestId":"037d2f9a-19bb-49cb-a868-df2099592a67","sequence":122}
163446ad-06c4-4d2f-a985-d7b96b98774f	01955984-58f5-74d6-869a-37bcd74970e0	98718f6e3078b740d69b9616be01daae8d193f6752e096991b7e40c3424413b8	1740963601743	{"article":{"approval":{"at":1740963601742,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","createdAt":1740963601736,"decisions":4,"id":"ed33f9c2-5232-4733-aa3d-2d014be6307c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1740963601742,"version":1},"requestId":"163446ad-06c4-4d2f-a985-d7b96b98774f","sequence":123}
4ab50cd2-c44a-4173-bd46-87123b9ce43a	01955984-587e-7e57-8269-07e58f7ba493	a6c7805d0f54db4d04a88eb2780e464ad108bf6585ca939e18ff241119d907c0	1740963601744	{"article":{"approval":{"at":1740963601742,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde","createdAt":1740963601736,"decisions":5,"id":"ed33f9c2-5232-4733-aa3d-2d014be6307c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","scheduledAt":2051136000000,"state":"scheduled","updatedAt":1740963601744,"version":1},"requestId":"4ab50cd2-c44a-4173-bd46-87123b9ce43a","sequence":124}
de0c2636-2f1c-455c-9a73-b4e79c4d5cf0	01955984-57fc-7789-9b97-bdf0eeb7c3be	ab6aa75feec472bc29015c5263bfd206b89f8a80c5b7ae31bb6651c19cc73033	1740970800243	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"6e1b4712a087d6ac19fc9d6b754a81bb3cb4447200ca434b7631b337b6535eb3","createdAt":1740963601682,"decisions":2,"id":"a0387dfa-7241-482a-a28b-1441e07b1ced","reason":"","savedBy":"01955984-57fc-7789-9b97-bdf0eeb7c3be","state":"inEditing","updatedAt":1740970800236,"version":2},"requestId":"de0c2636-2f1c-455c-9a73-b4e79c4d5cf0","sequence":125}
e65490d3-87a7-43c0-b524-d2b6ed466970	01955984-57fc-7789-9b97-bdf0eeb7c3be	6cb36e67ec0dc8a0f3aab106f5150a7da5748fb0ee872d20d0a4e16c4859f63e	1740970800250	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59","createdAt":1740963601593,"decisions":6,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","publication":{"at":1740963601601,"firstAt":1740963601601,"number":6,"slug":"gia-dat-dot-1","version":1},"reason":"Giá đã đổi","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1740970800248,"version":1},"requestId":"e65490d3-87a7-43c0-b524-d2b6ed466970","sequence":126}
0e4a3c08-20e7-45a8-9abd-4593e0499189	01955984-57fc-7789-9b97-bdf0eeb7c3be	c4fea96afd37f46b4ffe3abfaeb70892da3a588fbd306a77b356cc7ff423598c	1740970800257	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"462e58cb109b53ebe22130cc3d2fde67a96403ec3128f23e453f333354e47581","createdAt":1740963601593,"decisions":6,"id":"ff74ddfd-78ad-46bb-87fa-e9b6099d500d","publication":{"at":1740963601601,"firstAt":1740963601601,"number":6,"slug":"gia-dat-dot-1","version":1},"reason":"Giá đã đổi","savedBy":"01955984-57fc-7789-9b97-bdf0eeb7c3be","state":"inEditing","updatedAt":1740970800254,"version":2},"requestId":"0e4a3c08-20e7-45a8-9abd-4593e0499189","sequence":127}
15eda3d6-8b8b-4a0b-a620-e4d4e4fa39ee	01955984-58bb-7fd8-86bd-cb788b4d820c	fd06385f5dfffcceadb8dcc35df568a39b615d97487f669a45fb6b865c65c39f	1740970800275	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665","createdAt":1740963601606,"decisions":6,"id":"2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f","publication":{"at":1740963601620,"firstAt":1740963601620,"number":7,"slug":"tin-bi-go","takenDownAt":1740970800260,"version":1},"reason":"Sai sự thật","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"unpublished","updatedAt":1740970800260,"version":1},"requestId":"15eda3d6-8b8b-4a0b-a620-e4d4e4fa39ee","sequence":128}
c1b8763b-69fd-41b3-bf94-32efa1640124	01955984-587e-7e57-8269-07e58f7ba493	17b53ca926948e992ee8f9e220b35be40f5bb33c72b27f5ace0fd79aba986dad	1741053600251	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"4b6eb26b5590fe439964fc7f8504d883d4a38a5cb3c5fc1dbe9ec3aede70c56b","createdAt":1740963601682,"decisions":2,"id":"a0387dfa-7241-482a-a28b-1441e07b1ced","reason":"","savedBy":"01955984-587e-7e57-8269-07e58f7ba493","state":"inEditing","updatedAt":1741053600248,"version":3},"requestId":"c1b8763b-69fd-41b3-bf94-32efa1640124","sequence":130}
37807ab2-2fe6-4564-a1a9-b96603f260cf	01955984-5780-77dd-8b05-3ab0e66006df	8726ceacd22e220d29447cd2f77cde307427b263712b04cba6099aec1a496824	1741053600254	{"error":{"code":"conflict","subject":"article.state"},"requestId":"37807ab2-2fe6-4564-a1a9-b96603f260cf"}
3bd54fe1-14e1-42b1-b552-ba4af15503cd	01955984-57fc-7789-9b97-bdf0eeb7c3be	53875a21341e57b3cd966db5906130086c4ad285b9fe784b39081d004fa41503	1741053600267	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84","createdAt":1740963601581,"decisions":6,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","publication":{"at":1740963601590,"firstAt":1740963601590,"number":5,"slug":"duong-dai-12-km","version":1},"reason":"Sai chiều dài","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600259,"version":1},"requestId":"3bd54fe1-14e1-42b1-b552-ba4af15503cd","sequence":131}
707aac60-8523-4bf7-aea5-c5ef533df236	01955984-57fc-7789-9b97-bdf0eeb7c3be	3e3eda4aa9e7a04b8186da3dc30798bbc03264ea2119a68e42b16606913e8308	1741053600275	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4","createdAt":1740963601581,"decisions":6,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","publication":{"at":1740963601590,"firstAt":1740963601590,"number":5,"slug":"duong-dai-12-km","version":1},"reason":"Sai chiều dài","savedBy":"01955984-57fc-7789-9b97-bdf0eeb7c3be","state":"inEditing","updatedAt":1741053600272,"version":2},"requestId":"707aac60-8523-4bf7-aea5-c5ef533df236","sequence":132}
43179d2b-dc80-4706-8c36-37378d523844	01955984-57fc-7789-9b97-bdf0eeb7c3be	feec192650df1a34e85ba4db485ecdd78da6967d1191a9ca0e26749d907b0de2	1741053600283	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4","createdAt":1740963601581,"decisions":7,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","publication":{"at":1740963601590,"firstAt":1740963601590,"number":5,"slug":"duong-dai-12-km","version":1},"reason":"","savedBy":"01955984-57fc-7789-9b97-bdf0eeb7c3be","state":"awaitingApproval","updatedAt":1741053600277,"version":2},"requestId":"43179d2b-dc80-4706-8c36-37378d523844","sequence":133}
b6a3f7af-b3b9-49cb-8381-cb62c3e1bd5b	01955984-58f5-74d6-869a-37bcd74970e0	90ac8ec3ed72b18d5477aad0899d7f880dd37bb71ab707942a1d932c2246805d	1741053600287	{"article":{"approval":{"at":1741053600286,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4","version":2},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4","createdAt":1740963601581,"decisions":8,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","publication":{"at":1740963601590,"firstAt":1740963601590,"number":5,"slug":"duong-dai-12-km","version":1},"reason":"","savedBy":"01955984-57fc-7789-9b97-bdf0eeb7c3be","state":"approved","updatedAt":1741053600286,"version":2},"requestId":"b6a3f7af-b3b9-49cb-8381-cb62c3e1bd5b","sequence":134}
5326cfd0-610e-40a1-98d8-ecf4e92e9b0c	01955984-587e-7e57-8269-07e58f7ba493	b4eb8099ef1f0206d97720d7079d5d60dfcc79d9e60bbdbbe033baa43db7c585	1741053600307	{"article":{"approval":{"at":1741053600286,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4","version":2},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4","createdAt":1740963601581,"decisions":9,"id":"aac98303-2597-479e-af66-9a97a9a05d7c","publication":{"at":1741053600289,"firstAt":1740963601590,"number":5,"slug":"duong-dai-12-km","version":2},"reason":"","savedBy":"01955984-57fc-7789-9b97-bdf0eeb7c3be","state":"published","updatedAt":1741053600289,"version":2},"requestId":"5326cfd0-610e-40a1-98d8-ecf4e92e9b0c","sequence":135}
925ff1c7-252b-415d-916b-44583e14b619	01955984-5780-77dd-8b05-3ab0e66006df	89d6bd324f32f09fb792f4985c3f018237f669d27497c649d14d237c94fd8dfa	1741053600329	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"47c237fec7e0fad0bb255fcd597e5260ed41e468f20b2cc89bf0b29519dffd91","createdAt":1741053600328,"decisions":0,"id":"2f69dc9f-45bd-4f78-80b6-d8779a38601c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600328,"version":1},"requestId":"925ff1c7-252b-415d-916b-44583e14b619","sequence":136}
4c246ae9-fa4e-4102-a52c-040a50f0b396	01955984-5780-77dd-8b05-3ab0e66006df	2484f1743335e7c28c652a106e03e332e6013b8bfeca6aea9edbf354bb975536	1741053600332	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"09c7c89b6c378f01bcd59d991f6a11419486ba6159fc2789fca20d31a3dcb235","createdAt":1741053600331,"decisions":0,"id":"a368bd65-f841-4ddc-9a5b-73a9f5276e87","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600331,"version":1},"requestId":"4c246ae9-fa4e-4102-a52c-040a50f0b396","sequence":137}
14c46baa-3a8c-4c7b-b77e-af7bb0edd6dd	01955984-5780-77dd-8b05-3ab0e66006df	0d8f9cae6cfbb58d2bf540c65e8c70355b31c300fc8751ff87fbc48100f0c06c	1741053600337	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"6cda91d6e4418ac59f0740c50cd0dd91c504912938d9b2cecef3248c602789c0","createdAt":1741053600334,"decisions":0,"id":"9fe37efd-0038-4f25-909c-f2aed0cb44e3","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600334,"version":1},"requestId":"14c46baa-3a8c-4c7b-b77e-af7bb0edd6dd","sequence":138}
0ac01d63-61ed-43bc-8603-1d78615a11da	01955984-5780-77dd-8b05-3ab0e66006df	8f69f5fba270ac5aa73fa2715dc2f44d6da8439521513f73a75134b32c5d52ed	1741053600340	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"81e45c247e03cddfaf342ac71acbb837c31cdf1990c61fd1306b8d6e2b8a9376","createdAt":1741053600338,"decisions":0,"id":"cdc05940-d592-461f-970c-504df16e8fb6","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600338,"version":1},"requestId":"0ac01d63-61ed-43bc-8603-1d78615a11da","sequence":139}
3bbe4841-5535-4b17-8e8a-164f2cbd89a1	01955984-5780-77dd-8b05-3ab0e66006df	5b691960af5711b177588830f606036d99903b360aa5cc180d0d66988e988cbf	1741053600345	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"64b1b7066d7f657a5c9aa1575845bb8e8ff088b098d179dfc49bd4913947a5a5","createdAt":1741053600344,"decisions":0,"id":"650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600344,"version":1},"requestId":"3bbe4841-5535-4b17-8e8a-164f2cbd89a1","sequence":140}
cb167b9e-5b37-4deb-a12b-40d7932cfeb6	01955984-5780-77dd-8b05-3ab0e66006df	c668c57fcc08bb7334704c21470f0a1f0e9428a40667c24ee91e29e393d6d3fa	1741053600348	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"66d3d55591be8e0cedf94edfe219fabf4039c83805353b14c17ba2133f38a014","createdAt":1741053600347,"decisions":0,"id":"a301c1d8-177f-4de4-91d6-5b0bc7afbba4","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600347,"version":1},"requestId":"cb167b9e-5b37-4deb-a12b-40d7932cfeb6","sequence":141}
cc0ead76-e1e3-4e57-a89c-e2847e958339	01955984-5780-77dd-8b05-3ab0e66006df	18d3a5f47018996cf2716d6d8e9a43472d4c91a35a8591d46895b0bc45b5ce75	1741053600356	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"7ccae2da18e72733e6dfe618ced150ed1da413228f4aaa750b457b1585026148","createdAt":1741053600355,"decisions":0,"id":"38efccf8-fed2-4378-ad4e-5ac6d001b160","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600355,"version":1},"requestId":"cc0ead76-e1e3-4e57-a89c-e2847e958339","sequence":142}
3754e32b-73ea-4c15-83d8-f1620652fe65	01955984-5780-77dd-8b05-3ab0e66006df	a407499cddb157df88aef7ccefc8696d192894252ecca98343697c799a3fdfe6	1741053600361	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"7ccae2da18e72733e6dfe618ced150ed1da413228f4aaa750b457b1585026148","createdAt":1741053600355,"decisions":1,"id":"38efccf8-fed2-4378-ad4e-5ac6d001b160","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600360,"version":1},"requestId":"3754e32b-73ea-4c15-83d8-f1620652fe65","sequence":143}
8cbbe29e-e619-43dc-a038-68ddbff76058	01955984-57fc-7789-9b97-bdf0eeb7c3be	7b1e0f2227101dc8067f84a4cd5e265b2e233bedb77d679a8bb88434ad813ee2	1741053600368	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"7ccae2da18e72733e6dfe618ced150ed1da413228f4aaa750b457b1585026148","createdAt":1741053600355,"decisions":2,"id":"38efccf8-fed2-4378-ad4e-5ac6d001b160","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600367,"version":1},"requestId":"8cbbe29e-e619-43dc-a038-68ddbff76058","sequence":144}
8c24518a-c9bb-4d32-b39f-7520e59f35a6	01955984-5780-77dd-8b05-3ab0e66006df	25df30f88b06e18bd44ca7660ee2dbe034f6336a5371add45b501212fdc1b4e7	1741053600373	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"af8e80f8c5286f160789e416ed6a83d867446cf6950bcfe159982a40a10d4dc2","createdAt":1741053600370,"decisions":0,"id":"e55fd6c9-24c6-4c92-a05a-bad5d4d781e4","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600370,"version":1},"requestId":"8c24518a-c9bb-4d32-b39f-7520e59f35a6","sequence":145}
a7d469fe-367d-4d4c-b948-f4b04c9e3249	01955984-5780-77dd-8b05-3ab0e66006df	b2379a14f748e474a19463d0e215371681f536de9a9de56be0b3266b3e40e925	1741053600376	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"af8e80f8c5286f160789e416ed6a83d867446cf6950bcfe159982a40a10d4dc2","createdAt":1741053600370,"decisions":1,"id":"e55fd6c9-24c6-4c92-a05a-bad5d4d781e4","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600375,"version":1},"requestId":"a7d469fe-367d-4d4c-b948-f4b04c9e3249","sequence":146}
52cb8a86-56f0-492b-b052-0ba1c3c294a6	01955984-57fc-7789-9b97-bdf0eeb7c3be	02358cabc2c4a82b6413726f6532afbe94be7f77c8642ebe8c490bd026e2ab25	1741053600381	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"af8e80f8c5286f160789e416ed6a83d867446cf6950bcfe159982a40a10d4dc2","createdAt":1741053600370,"decisions":2,"id":"e55fd6c9-24c6-4c92-a05a-bad5d4d781e4","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600379,"version":1},"requestId":"52cb8a86-56f0-492b-b052-0ba1c3c294a6","sequence":147}
69aa63a2-5ab2-4793-97f1-7ea72e89f78b	01955984-5780-77dd-8b05-3ab0e66006df	808536da6e05994bb993904f7a2bcba681750b3af2ceac7ab4f610943b239af7	1741053600384	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"a7665cf93c1fedb3bdb25e7ad2511d108804063460f779d5ce692b27221ba9fa","createdAt":1741053600383,"decisions":0,"id":"4b0140a6-ab44-4352-873d-9e100ff1a240","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600383,"version":1},"requestId":"69aa63a2-5ab2-4793-97f1-7ea72e89f78b","sequence":148}
8cf35a96-7006-4649-bfb8-c8f6c597cc7a	01955984-5780-77dd-8b05-3ab0e66006df	4423de9c1e1fb044867a0cebbf96489704d4159e76b00ab90c17ee331c6a7715	1741053600387	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"a7665cf93c1fedb3bdb25e7ad2511d108804063460f779d5ce692b27221ba9fa","createdAt":1741053600383,"decisions":1,"id":"4b0140a6-ab44-4352-873d-9e100ff1a240","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600386,"version":1},"requestId":"8cf35a96-7006-4649-bfb8-c8f6c597cc7a","sequence":149}
39b0497c-ec4f-436c-b3d7-5832ef90ea8b	01955984-57fc-7789-9b97-bdf0eeb7c3be	574b756c97a9b81117d82fe0e2e0f43719fcf3b227ab925f442e0f04cb6c18a0	1741053600391	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"a7665cf93c1fedb3bdb25e7ad2511d108804063460f779d5ce692b27221ba9fa","createdAt":1741053600383,"decisions":2,"id":"4b0140a6-ab44-4352-873d-9e100ff1a240","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600388,"version":1},"requestId":"39b0497c-ec4f-436c-b3d7-5832ef90ea8b","sequence":150}
ff64aa69-7642-4583-84f3-86f25c1dbeb0	01955984-5780-77dd-8b05-3ab0e66006df	abeec716a57c0efbe5e1e3088d1a8e1e4f23a6d1aa47bee5ea2ee7babdf04bb7	1741053600395	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"612ea4786a9474bb58934716a2e2ed71cacde3d34231472ba0042b82c4aa154c","createdAt":1741053600392,"decisions":0,"id":"5596a7c2-f522-44bd-ae40-bfc8daed52bd","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600392,"version":1},"requestId":"ff64aa69-7642-4583-84f3-86f25c1dbeb0","sequence":151}
989de483-40f8-48d8-9424-6cd15478c4ea	01955984-5780-77dd-8b05-3ab0e66006df	eb46e810d3eb571ab26cfc001a26319847bde737e226039c41e84f512121dbbb	1741053600399	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"612ea4786a9474bb58934716a2e2ed71cacde3d34231472ba0042b82c4aa154c","createdAt":1741053600392,"decisions":1,"id":"5596a7c2-f522-44bd-ae40-bfc8daed52bd","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600397,"version":1},"requestId":"989de483-40f8-48d8-9424-6cd15478c4ea","sequence":152}
de848747-8bdb-48cd-bd8c-be811f8ad00b	01955984-5780-77dd-8b05-3ab0e66006df	e023c7671f37a455fa5e0d28adf576e5da21fe53809a995c7ebaa4b50d65f451	1741053600403	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bde8e3f2d9454a3a8d011fa02135d1cc54efa5d27c3cd4e22591e5e63a4d8ba8","createdAt":1741053600400,"decisions":0,"id":"2bb673f8-048c-425a-a895-35b4cca83e54","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600401,"version":1},"requestId":"de848747-8bdb-48cd-bd8c-be811f8ad00b","sequence":153}
b2ac27eb-4524-487f-8bc3-6bfd5448f97b	01955984-5780-77dd-8b05-3ab0e66006df	a512c405478cc19e91fe7cec6f086ad9e1ed8d6c9e071d24e944769097d9f200	1741053600408	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bde8e3f2d9454a3a8d011fa02135d1cc54efa5d27c3cd4e22591e5e63a4d8ba8","createdAt":1741053600400,"decisions":1,"id":"2bb673f8-048c-425a-a895-35b4cca83e54","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600406,"version":1},"requestId":"b2ac27eb-4524-487f-8bc3-6bfd5448f97b","sequence":154}
8e19a824-cd5b-4a6a-a9bd-ece2b162c593	01955984-57fc-7789-9b97-bdf0eeb7c3be	c64be3e5e6e4f67267081ae9d32dc29de8d27abc01c9d4c588d80251c694bcd0	1741053600411	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"bde8e3f2d9454a3a8d011fa02135d1cc54efa5d27c3cd4e22591e5e63a4d8ba8","createdAt":1741053600400,"decisions":2,"id":"2bb673f8-048c-425a-a895-35b4cca83e54","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600410,"version":1},"requestId":"8e19a824-cd5b-4a6a-a9bd-ece2b162c593","sequence":155}
90f0bcbb-333f-4bc7-95cc-ca7306817a5b	01955984-5780-77dd-8b05-3ab0e66006df	52f6acf3dc5fc862f247255908acc236d2281ce18f9f693dc17e92bc8773b645	1741053600414	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5241134117558db92ecfde40d6406edfd2600aa5ea08c092c45145a0918574bc","createdAt":1741053600412,"decisions":0,"id":"32f2875a-899a-4e35-b36e-ab274ffae1e0","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600413,"version":1},"requestId":"90f0bcbb-333f-4bc7-95cc-ca7306817a5b","sequence":156}
1aab4ed9-90d1-4e36-a177-5f72843f49a1	01955984-5780-77dd-8b05-3ab0e66006df	1fe5cd4d295f307e2874d08dfd329d8e214875d9fa89e913d2ec0a684bd247ec	1741053600417	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5241134117558db92ecfde40d6406edfd2600aa5ea08c092c45145a0918574bc","createdAt":1741053600412,"decisions":1,"id":"32f2875a-899a-4e35-b36e-ab274ffae1e0","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600416,"version":1},"requestId":"1aab4ed9-90d1-4e36-a177-5f72843f49a1","sequence":157}
687ecc01-f4e0-48f0-8685-edf8229ec7f2	01955984-57fc-7789-9b97-bdf0eeb7c3be	0e70280572c1ccbb37daaffe53f1babe7891ada736771af212e295b6ed9dc40c	1741053600426	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5241134117558db92ecfde40d6406edfd2600aa5ea08c092c45145a0918574bc","createdAt":1741053600412,"decisions":2,"id":"32f2875a-899a-4e35-b36e-ab274ffae1e0","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600420,"version":1},"requestId":"687ecc01-f4e0-48f0-8685-edf8229ec7f2","sequence":158}
2ae1c9ec-7cdb-4a3b-8aee-b05741ed24ad	01955984-5780-77dd-8b05-3ab0e66006df	cd7162124660757f343660bcac72feb2dc4fa4adfac90c63c16fb7832983c8ab	1741053600433	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"d0add9c3aaf7abbfb5931e2ed3bf90d7b1c5d1e637ae7c3ac413eae90faff675","createdAt":1741053600432,"decisions":0,"id":"cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600432,"version":1},"requestId":"2ae1c9ec-7cdb-4a3b-8aee-b05741ed24ad","sequence":159}
da0a5f11-0c81-47d9-8b3e-982b2e3d8ef7	01955984-5780-77dd-8b05-3ab0e66006df	0c1e4cf30fea764983b953f68298112445a272e7d6fdd19c525c0ac0c1cf99e6	1741053600435	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"d0add9c3aaf7abbfb5931e2ed3bf90d7b1c5d1e637ae7c3ac413eae90faff675","createdAt":1741053600432,"decisions":1,"id":"cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600434,"version":1},"requestId":"da0a5f11-0c81-47d9-8b3e-982b2e3d8ef7","sequence":160}
ab6a6cee-5138-4f39-85d0-a198be81ca17	01955984-5780-77dd-8b05-3ab0e66006df	418db3929181f6972ce229619a817b4c0c3fc5bd867439e0f221ea55bb14e8d4	1741053600437	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"76864c37b683132793b797bf2f502ffd57c2442e2d69a921b2d0474c9c53f7e3","createdAt":1741053600436,"decisions":0,"id":"f61b08e7-1e18-4153-a488-440857d60aef","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600436,"version":1},"requestId":"ab6a6cee-5138-4f39-85d0-a198be81ca17","sequence":161}
4ca0ae40-3721-47de-a7f9-44e2d397032d	01955984-5780-77dd-8b05-3ab0e66006df	019cc6a7b5015f98f9c409e54218f3eb7c7afe4b78dfa277db52623160e30b9e	1741053600439	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"76864c37b683132793b797bf2f502ffd57c2442e2d69a921b2d0474c9c53f7e3","createdAt":1741053600436,"decisions":1,"id":"f61b08e7-1e18-4153-a488-440857d60aef","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600438,"version":1},"requestId":"4ca0ae40-3721-47de-a7f9-44e2d397032d","sequence":162}
dbf72dbe-8954-4d66-b9c6-9f28582bf71c	01955984-57fc-7789-9b97-bdf0eeb7c3be	e9e4647ccf23f83f64fda9dd2856b3e0df43335134ed5400d74ac5217bffcb75	1741053600441	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"76864c37b683132793b797bf2f502ffd57c2442e2d69a921b2d0474c9c53f7e3","createdAt":1741053600436,"decisions":2,"id":"f61b08e7-1e18-4153-a488-440857d60aef","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600441,"version":1},"requestId":"dbf72dbe-8954-4d66-b9c6-9f28582bf71c","sequence":163}
1dbd78c5-645c-46e5-bae8-3b95bba0d3c1	01955984-5780-77dd-8b05-3ab0e66006df	3bdda593303ec515cbb69c3ebbd13be6e4fa9567b5101d1f90dd6e1d2a10fea0	1741053600443	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"06c55a54c263c36a24fa4dd7b5797fa8efebc8df0beaa6f7b8145c4640239241","createdAt":1741053600442,"decisions":0,"id":"73d77db0-c017-4505-ac51-de193222a3ad","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600442,"version":1},"requestId":"1dbd78c5-645c-46e5-bae8-3b95bba0d3c1","sequence":164}
36b75323-9c4b-47f9-8cbd-67d56c7f546d	01955984-5780-77dd-8b05-3ab0e66006df	c0bc8429086433ef87e3c3f3928d9c64b9942e2dd9997a97ed3407bbf058ede3	1741053600445	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"06c55a54c263c36a24fa4dd7b5797fa8efebc8df0beaa6f7b8145c4640239241","createdAt":1741053600442,"decisions":1,"id":"73d77db0-c017-4505-ac51-de193222a3ad","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600444,"version":1},"requestId":"36b75323-9c4b-47f9-8cbd-67d56c7f546d","sequence":165}
ca35e1b9-325a-41f7-bc64-57bc8ec625f1	01955984-57fc-7789-9b97-bdf0eeb7c3be	4ead0aa2576a10435b60a844f48818ca18c7c7ee610cc44a7126c82e4f7c5886	1741053600446	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"06c55a54c263c36a24fa4dd7b5797fa8efebc8df0beaa6f7b8145c4640239241","createdAt":1741053600442,"decisions":2,"id":"73d77db0-c017-4505-ac51-de193222a3ad","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600446,"version":1},"requestId":"ca35e1b9-325a-41f7-bc64-57bc8ec625f1","sequence":166}
baade9d1-b226-40d7-acdf-f84ccb49dc59	01955984-57fc-7789-9b97-bdf0eeb7c3be	e57ae7a45ca1d56223a978d550d16a6ad0d0505dcf942ae5f0243e387100028f	1741053600448	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"06c55a54c263c36a24fa4dd7b5797fa8efebc8df0beaa6f7b8145c4640239241","createdAt":1741053600442,"decisions":3,"id":"73d77db0-c017-4505-ac51-de193222a3ad","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1741053600448,"version":1},"requestId":"baade9d1-b226-40d7-acdf-f84ccb49dc59","sequence":167}
1c865844-0574-4016-b63d-e79aa6088565	01955984-5780-77dd-8b05-3ab0e66006df	2c2392af874c1e60f3222b3acb99041723ab8551c11df582469e524f180eda5e	1741053600451	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"14431e64457f803a33a543002add2cf6f4db3fd225affc8d3d2203397239dc30","createdAt":1741053600450,"decisions":0,"id":"606be4a4-73ab-417a-ae67-e42160c1553b","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600450,"version":1},"requestId":"1c865844-0574-4016-b63d-e79aa6088565","sequence":168}
b1742174-a965-4e84-8434-948fe89959cb	01955984-5780-77dd-8b05-3ab0e66006df	082be5f186909d22c5bfe5b5392b2686b410cc695acf97c1299de9c68bbb8a74	1741053600453	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"14431e64457f803a33a543002add2cf6f4db3fd225affc8d3d2203397239dc30","createdAt":1741053600450,"decisions":1,"id":"606be4a4-73ab-417a-ae67-e42160c1553b","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600452,"version":1},"requestId":"b1742174-a965-4e84-8434-948fe89959cb","sequence":169}
354a25f6-c756-4649-8b98-93a9efcc4eae	01955984-57fc-7789-9b97-bdf0eeb7c3be	7a3a0b2a043adf0f92c323e0161e2b33a80cf0883095cc21950a036b7f8ec000	1741053600455	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"14431e64457f803a33a543002add2cf6f4db3fd225affc8d3d2203397239dc30","createdAt":1741053600450,"decisions":2,"id":"606be4a4-73ab-417a-ae67-e42160c1553b","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600454,"version":1},"requestId":"354a25f6-c756-4649-8b98-93a9efcc4eae","sequence":170}
001da460-bfd9-4efa-9d60-317c42481d2c	01955984-57fc-7789-9b97-bdf0eeb7c3be	2a6731bf9788347f7ac4a45764f636de2b2cf7737ea305cefc7ed4da6c0f997e	1741053600456	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"14431e64457f803a33a543002add2cf6f4db3fd225affc8d3d2203397239dc30","createdAt":1741053600450,"decisions":3,"id":"606be4a4-73ab-417a-ae67-e42160c1553b","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1741053600456,"version":1},"requestId":"001da460-bfd9-4efa-9d60-317c42481d2c","sequence":171}
aedc677e-d449-48aa-b4fa-ce32f0c5d87d	01955984-5780-77dd-8b05-3ab0e66006df	7d7a06d425e9a2a0e2d0ddf02024598801ff9944f2adb316daafe140ca5ebe32	1741053600459	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9","createdAt":1741053600458,"decisions":0,"id":"4cd028c8-df55-4943-9ea8-eaf2dfcda24f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600458,"version":1},"requestId":"aedc677e-d449-48aa-b4fa-ce32f0c5d87d","sequence":172}
362f5252-889c-4dd3-a186-65e719dde896	01955984-5780-77dd-8b05-3ab0e66006df	2b9eb3b7d54beaf090d805d5465160cd15cfd9d673aaf4d7f1e22136bace761b	1741053600460	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9","createdAt":1741053600458,"decisions":1,"id":"4cd028c8-df55-4943-9ea8-eaf2dfcda24f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600460,"version":1},"requestId":"362f5252-889c-4dd3-a186-65e719dde896","sequence":173}
f114caf4-aaad-4ed3-a253-2b33219f468f	01955984-57fc-7789-9b97-bdf0eeb7c3be	75575894b9f226714db5432ad7d4a54dcd1bc863683e85287035c44decea4e6a	1741053600462	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9","createdAt":1741053600458,"decisions":2,"id":"4cd028c8-df55-4943-9ea8-eaf2dfcda24f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600462,"version":1},"requestId":"f114caf4-aaad-4ed3-a253-2b33219f468f","sequence":174}
d9994387-45dd-46ca-92fb-dff2b323e4b5	01955984-57fc-7789-9b97-bdf0eeb7c3be	0e217cd280b697cb4222c534f8c7208bba7244f185cdc1584d90d0346027080d	1741053600464	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9","createdAt":1741053600458,"decisions":3,"id":"4cd028c8-df55-4943-9ea8-eaf2dfcda24f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1741053600464,"version":1},"requestId":"d9994387-45dd-46ca-92fb-dff2b323e4b5","sequence":175}
bfb413d9-22c0-4602-8aa3-37a04c32ea6c	01955984-5780-77dd-8b05-3ab0e66006df	5981ecd5ba059eadba02b80497ebfb390e7f8570f3c715678b5b1b909a60f3bb	1741053600466	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","createdAt":1741053600465,"decisions":0,"id":"0d088d7b-75ba-4947-8677-92231b5f0e8c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600465,"version":1},"requestId":"bfb413d9-22c0-4602-8aa3-37a04c32ea6c","sequence":176}
09102657-615a-4c9a-a3c3-da0385fe1b1d	01955984-5780-77dd-8b05-3ab0e66006df	bc957e422c782931459fa158947365bf47a0897ee16b9a366962e8230587f55a	1741053600468	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","createdAt":1741053600465,"decisions":1,"id":"0d088d7b-75ba-4947-8677-92231b5f0e8c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600467,"version":1},"requestId":"09102657-615a-4c9a-a3c3-da0385fe1b1d","sequence":177}
abc90a27-2b1d-4281-b768-d465b36c740b	01955984-57fc-7789-9b97-bdf0eeb7c3be	e6087c31a98bfd58f01858564050e920a457b01bf74c67494f1b7b8712a4fb63	1741053600470	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","createdAt":1741053600465,"decisions":2,"id":"0d088d7b-75ba-4947-8677-92231b5f0e8c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600469,"version":1},"requestId":"abc90a27-2b1d-4281-b768-d465b36c740b","sequence":178}
d63347fa-827c-41da-a822-85add3c9eb65	01955984-57fc-7789-9b97-bdf0eeb7c3be	e45bd9fa0e2008c559341eedb4e7e161ce15061aa72077567c6837d430b7846f	1741053600472	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","createdAt":1741053600465,"decisions":3,"id":"0d088d7b-75ba-4947-8677-92231b5f0e8c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1741053600471,"version":1},"requestId":"d63347fa-827c-41da-a822-85add3c9eb65","sequence":179}
39e49a24-7977-42de-b945-a90d168147e6	01955984-58bb-7fd8-86bd-cb788b4d820c	859f712a47680e601e062beb1ea9275a0225ecf12326d85cf1ceb07d3b59f484	1741053600474	{"article":{"approval":{"at":1741053600473,"by":"01955984-58bb-7fd8-86bd-cb788b4d820c","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","createdAt":1741053600465,"decisions":4,"id":"0d088d7b-75ba-4947-8677-92231b5f0e8c","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1741053600473,"version":1},"requestId":"39e49a24-7977-42de-b945-a90d168147e6","sequence":180}
e7f09e8b-9550-4661-b32f-f122201d6fd3	01955984-5780-77dd-8b05-3ab0e66006df	3da5320820a975a8c223d17567b16b0f860364e63647314356b7bc99a3de89bf	1741053600476	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9","createdAt":1741053600475,"decisions":0,"id":"ff6043a9-3486-484a-b0af-a5142e7d6ce8","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741053600475,"version":1},"requestId":"e7f09e8b-9550-4661-b32f-f122201d6fd3","sequence":181}
9daacac7-2e9a-4cf4-b03d-0b7fbad0494f	01955984-5780-77dd-8b05-3ab0e66006df	849dfc7b73f32e9c586fab898bb28e9ea622dabd945adf6b84983ccdf60bdf17	1741053600478	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9","createdAt":1741053600475,"decisions":1,"id":"ff6043a9-3486-484a-b0af-a5142e7d6ce8","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741053600477,"version":1},"requestId":"9daacac7-2e9a-4cf4-b03d-0b7fbad0494f","sequence":182}
fc59ff3f-1ae6-4727-bc54-02df9b99cc8f	01955984-57fc-7789-9b97-bdf0eeb7c3be	d9356c6a5bdddb22fe506ed237344487c83b25d563f0c95f91b10ea36b2f1cdf	1741053600480	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9","createdAt":1741053600475,"decisions":2,"id":"ff6043a9-3486-484a-b0af-a5142e7d6ce8","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741053600479,"version":1},"requestId":"fc59ff3f-1ae6-4727-bc54-02df9b99cc8f","sequence":183}
f3c3cb00-fdd1-4036-96f0-f8bb63c53369	01955984-57fc-7789-9b97-bdf0eeb7c3be	7827279bd563030f0c3097b191c320421511972a0a0bb4bf4fdc85db998ed8c7	1741053600490	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9","createdAt":1741053600475,"decisions":3,"id":"ff6043a9-3486-484a-b0af-a5142e7d6ce8","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1741053600489,"version":1},"requestId":"f3c3cb00-fdd1-4036-96f0-f8bb63c53369","sequence":184}
6ecb7b38-7f56-4a13-b1cd-8b25cdc972c9	01955984-58bb-7fd8-86bd-cb788b4d820c	00ca209962a1a1ee584a3b58f1ad04bea317429d7a5b9c697e8f1258934a6d3b	1741053600494	{"article":{"approval":{"at":1741053600493,"by":"01955984-58bb-7fd8-86bd-cb788b4d820c","contentHash":"b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9","createdAt":1741053600475,"decisions":4,"id":"ff6043a9-3486-484a-b0af-a5142e7d6ce8","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1741053600493,"version":1},"requestId":"6ecb7b38-7f56-4a13-b1cd-8b25cdc972c9","sequence":185}
63bb4de2-af87-448d-ad61-1bef4dd231c6	01955984-5780-77dd-8b05-3ab0e66006df	f2d5c04905a3a2fe7ccae3b3ecf958bb9bce45bdd3e8357c3f2729d1433626dc	1741140000263	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f","createdAt":1740963601702,"decisions":4,"id":"a2f16ffe-3618-4631-9f01-e7d11f32b464","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741140000254,"version":1},"requestId":"63bb4de2-af87-448d-ad61-1bef4dd231c6","sequence":186}
554ec370-038a-44f0-bb78-f2456b657730	01955984-57fc-7789-9b97-bdf0eeb7c3be	3458bdd432f18bfa6ef335d872e6af48351890d964a7ca57e0d520d2938ad1de	1741140000272	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f","createdAt":1740963601702,"decisions":5,"id":"a2f16ffe-3618-4631-9f01-e7d11f32b464","reason":"Vẫn thiếu số liệu.","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"returned","updatedAt":1741140000266,"version":1},"requestId":"554ec370-038a-44f0-bb78-f2456b657730","sequence":187}
fff4a151-42cf-41a5-8f1d-a1c15a1757f4	01955984-5780-77dd-8b05-3ab0e66006df	bc74388f72939fe30344621907e45b77447fb4058aea0e8b3ec314fa8c8b37e0	1741140000611	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"66d3d55591be8e0cedf94edfe219fabf4039c83805353b14c17ba2133f38a014","createdAt":1741053600347,"decisions":1,"id":"a301c1d8-177f-4de4-91d6-5b0bc7afbba4","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741140000604,"version":1},"requestId":"fff4a151-42cf-41a5-8f1d-a1c15a1757f4","sequence":188}
3e10595e-8de3-4ee8-a6fe-3e405c3e5c54	01955984-57fc-7789-9b97-bdf0eeb7c3be	c68c2c57f328c1b00229d7031a2070706a2213bcfdf4c42ecb60921ad036d25f	1741140000622	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"66d3d55591be8e0cedf94edfe219fabf4039c83805353b14c17ba2133f38a014","createdAt":1741053600347,"decisions":2,"id":"a301c1d8-177f-4de4-91d6-5b0bc7afbba4","reason":"Xem lại tựa đề.","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"returned","updatedAt":1741140000621,"version":1},"requestId":"3e10595e-8de3-4ee8-a6fe-3e405c3e5c54","sequence":189}
70d7c585-fbd1-4dcc-8844-7b98e476b3b9	01955984-5780-77dd-8b05-3ab0e66006df	791926304cfc286fe93769731fe430a83581f01fe149cc2d0bc4dafd5a143ece	1741140000662	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"64b1b7066d7f657a5c9aa1575845bb8e8ff088b098d179dfc49bd4913947a5a5","createdAt":1741053600344,"decisions":1,"id":"650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741140000659,"version":1},"requestId":"70d7c585-fbd1-4dcc-8844-7b98e476b3b9","sequence":190}
741d9b45-6d90-4f75-8478-1397b6e90eaa	01955984-57fc-7789-9b97-bdf0eeb7c3be	38803bb72da4852121069738061ee5f9d7d28dae0f063b08a746838a98116843	1741140000665	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"64b1b7066d7f657a5c9aa1575845bb8e8ff088b098d179dfc49bd4913947a5a5","createdAt":1741053600344,"decisions":2,"id":"650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"inEditing","updatedAt":1741140000664,"version":1},"requestId":"741d9b45-6d90-4f75-8478-1397b6e90eaa","sequence":191}
01956407-fe44-773d-a0dd-60562cac9a0d	01955984-5780-77dd-8b05-3ab0e66006df	31d8b564ea4c0a2f508a1165d336c9b90f8fb6fa49ea3bb5548d817cbc7e6bea	1741140000686	{"error":{"code":"forbidden","subject":"article.step"},"requestId":"01956407-fe44-773d-a0dd-60562cac9a0d"}
01956407-fe80-7c05-b035-ea27c78b9122	01955984-5780-77dd-8b05-3ab0e66006df	83b6e047de7de9962e573f9bbf594f92b9318e95ee1dd4b1733bb62cdb0be555	1741140000778	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"2047d337b6a3614be3b7247574733e038feb26482f502e7e6160edfc48bd4497","createdAt":1741053600331,"decisions":0,"id":"a368bd65-f841-4ddc-9a5b-73a9f5276e87","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741140000775,"version":2},"requestId":"01956407-fe80-7c05-b035-ea27c78b9122","sequence":192}
01956407-fe8c-71a7-a870-daf36668920e	01955984-5780-77dd-8b05-3ab0e66006df	fc7272d6ed471050cc26378bc1d3a8a867384787bf48bd77e8d139ae8ac275ee	1741140000796	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"07bc4ee9741da9efb0995277836b873e110dc3696824d7a743b2a28a47f053f5","createdAt":1741140000793,"decisions":0,"id":"01956407-fe88-71e0-92c9-d2ee8eabf336","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741140000793,"version":1},"requestId":"01956407-fe8c-71a7-a870-daf36668920e","sequence":193}
01956407-fe98-72a5-aa9c-a04144ebd7a8	01955984-5780-77dd-8b05-3ab0e66006df	4e89a003c70687cc8badd5400b157c0d7e893915b71048997cd6d6353ddc60a1	1741140000805	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"81e45c247e03cddfaf342ac71acbb837c31cdf1990c61fd1306b8d6e2b8a9376","createdAt":1741053600338,"decisions":1,"id":"cdc05940-d592-461f-970c-504df16e8fb6","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"submitted","updatedAt":1741140000803,"version":1},"requestId":"01956407-fe98-72a5-aa9c-a04144ebd7a8","sequence":194}
01956407-feb4-706f-a173-1d29d5fe3c16	01955984-5780-77dd-8b05-3ab0e66006df	521f2070270a2742476e46ad40180da3a9c76363917b805602490ae4e366e421	1741140000820	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"419d5428d2dce2bb404b6740b95008712855a3f936b33498a0406cc414ab80b5","createdAt":1741140000818,"decisions":0,"id":"01956407-feb0-780b-ad1f-ec2c7401d8ae","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"draft","updatedAt":1741140000819,"version":1},"requestId":"01956407-feb4-706f-a173-1d29d5fe3c16","sequence":195}
01956407-fdff-771d-a94c-3f586d9f02f0	01955984-57fc-7789-9b97-bdf0eeb7c3be	86e581d70e8c69e7b80d79f3a4b09306c994a8640c0af7bc3ef75111678a0f0f	1741140001199	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"5241134117558db92ecfde40d6406edfd2600aa5ea08c092c45145a0918574bc","createdAt":1741053600412,"decisions":3,"id":"32f2875a-899a-4e35-b36e-ab274ffae1e0","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"awaitingApproval","updatedAt":1741140001198,"version":1},"requestId":"01956407-fdff-771d-a94c-3f586d9f02f0","sequence":196}
01956407-fe22-70dd-b4d8-bdae18e4f042	01955984-57fc-7789-9b97-bdf0eeb7c3be	a0f70826c09e0b0d9b72f2f567d4abaf655b5d6ea063614466f008bce015ee56	1741140001208	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"29b9184384feadf50f2159db5b0ec7c7b5433d3823808f22f29be81999701405","createdAt":1741053600383,"decisions":2,"id":"4b0140a6-ab44-4352-873d-9e100ff1a240","reason":"","savedBy":"01955984-57fc-7789-9b97-bdf0eeb7c3be","state":"inEditing","updatedAt":1741140001207,"version":2},"requestId":"01956407-fe22-70dd-b4d8-bdae18e4f042","sequence":197}
db003e19-d782-4f08-838c-ae78f8bb9c02	01955984-587e-7e57-8269-07e58f7ba493	cd1c0193f98c284aa88c5766b9c4c1381b355caa692db1413c3a88b877658539	1741140001248	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"03fd82333ada3734f737801d755be5d371727e4f1c049481210c805a4ba36431","createdAt":1741053600355,"decisions":2,"id":"38efccf8-fed2-4378-ad4e-5ac6d001b160","reason":"","savedBy":"01955984-587e-7e57-8269-07e58f7ba493","state":"inEditing","updatedAt":1741140001247,"version":2},"requestId":"db003e19-d782-4f08-838c-ae78f8bb9c02","sequence":198}
01956407-fe4c-7439-b3c1-1e3bb81a548c	01955984-58f5-74d6-869a-37bcd74970e0	fa54cde3ed80743054ac87b1a5d8b26db66e17123bc2a1e42dfa55c943a3f467	1741140001651	{"article":{"approval":{"at":1741140001647,"by":"01955984-58f5-74d6-869a-37bcd74970e0","contentHash":"4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9","createdAt":1741053600458,"decisions":4,"id":"4cd028c8-df55-4943-9ea8-eaf2dfcda24f","reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"approved","updatedAt":1741140001647,"version":1},"requestId":"01956407-fe4c-7439-b3c1-1e3bb81a548c","sequence":199}
01956407-fe51-73cb-a507-b31633554199	01955984-58f5-74d6-869a-37bcd74970e0	236ecca3ec1572fbca2b36e161d70a967fd1a41cf5c4f5d91e8ca823d588d9b8	1741140001675	{"article":{"approval":{"at":1741053600473,"by":"01955984-58bb-7fd8-86bd-cb788b4d820c","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","version":1},"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043","createdAt":1741053600465,"decisions":5,"id":"0d088d7b-75ba-4947-8677-92231b5f0e8c","publication":{"at":1741140001662,"firstAt":1741140001662,"number":10,"slug":"dang-roi-mat-tra-loi","version":1},"reason":"","savedBy":"01955984-5780-77dd-8b05-3ab0e66006df","state":"published","updatedAt":1741140001662,"version":1},"requestId":"01956407-fe51-73cb-a507-b31633554199","sequence":200}
408efae9-ff35-473a-acaf-ede7f8404b76	01955984-58bb-7fd8-86bd-cb788b4d820c	003a61f0d76880ef13b93ef1b338677e5466804dca0674ec38423e4115bf36ea	1741140001727	{"article":{"author":"01955984-5780-77dd-8b05-3ab0e66006df","contentHash":"e6e7a91ddb2375b3cfeeed8f539236035cd484e1d9b467b11ce073288abdf4b4","createdAt":1741053600450,"decisions":3,"id":"606be4a4-73ab-417a-ae67-e42160c1553b","reason":"","savedBy":"01955984-58bb-7fd8-86bd-cb788b4d820c","state":"awaitingApproval","updatedAt":1741140001725,"version":2},"requestId":"408efae9-ff35-473a-acaf-ede7f8404b76","sequence":201}
\.


--
-- Data for Name: revisions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.revisions (article_id, version, saved_by, saved_at, content_hash, content, packed, begins_sitting) FROM stdin;
4c684198-1720-4fea-8ca1-875a55a1b4c2	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601486	26f0ea0911cf61e69eb7de11a162b314837505fbd66e4517b7730dd1a485ccd8		\\x78f9a340c9e7e59a3b6ec2401086af82a86de3f7833275aae0224d8a355e02c260c7d8288a943bf8102923a54f8d728fdc24b3bb7e12e327a9d2201958cfceeefa9f6f665cffff9a653e255421d33a70a5f5c890153e48e418b395c406e3de6e27eeb75b764875d466695f026adba24ee93adcb254ade896942457570bd1950d5334a595c1234712795533351e4926e60d59744557d6146c69852e5b7a7765ae9bc1688d3ec43b782a617ba70b125952fc27d190a49404b5a60deadb7222be3fdf8221ca9c8930d76a219ff41833b55adfcb5138478dfbd12108b55890045951871bb88a8beffbf55fbaa8e9c6751d7ca809d83d3cb659d9975648e64583737020e63a5a84076f9e7544af1ff5ffdf0240a4c6a0fead2b901ff43c5da55ccfb10cf4186f849e93713c7fb97d8afde84c7381b21e49fc5e82652a739569b442122d4a4d6a50a903d0751f1bef61d508010d1b7e80c4743b746cec1c96e12688860e0f70d8e3061936a0d0bd0931da96b1937592ba024b76273fdcbcc08e22ef2ef62e86f37bbc6b76e75246e142ee0980b316f033da051e9e1dd19e7720513acf34b88b4788d64a693b7c2c7177c1e61ae46a00e953224cbe3e48825c46eab51ff9cd401de2c00f23c24f392d2f68094054660a97a6ef14441396aed38036af5e56df87295e6a497fcde37c19c22d4db34c95d70c0328cf55641eb92b9d771d595d9a928e90ab9731dda6058184f4b060325568676ea78d6d49ae146d4b409f2b147c571482e182f05636c712f10ff0f0f5079afc6746	0
efc2bd16-1b46-487e-a17f-6443947cdf04	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601520	e0c7129fad3494cc1e7fa1fd50bb2dd87ca6a8a7c3db25f6ffd94ce90fb74bdc		\\x78f9a340c9e7c3ae1e4b3087804aac1450e71cd23fd6a35ab8871481cbbe1048576d02b084c48c093c418d251c83c1958381b1beb10eb46007b7aa27400af209a03e9e159086d46449a022d93b2337b508d2f680c883ab76a0a340759a1e916ad1a2cfd2d4d4d2c244d7d4dc3c4dd7dc20c550d7222dd94437d1dcccd820d122cdc034c994a808467136725453df03a36aa9a4f6e1ee1d4ab500ceff7aef	0
fc7650b2-7b46-4f04-9e23-90d035b27980	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601540	bc4a7f3a66672e7db6e5600538a51f972a84ac6545a691ee582cf480df514b4c		\\x78f9a340c9e7eddb3d0ac23018c6f1abf400466bdb98d6516717ede01ab05d054170f10e3d8277f162366f5af1238a88e0f25f3afd48438692be3c4fd8078e792df7d2f6217fe1fd24a11b39f82fa69b750c23201008040281402010080402814020100804028140201008fc039c4b1c65e943a00b57b7d8f7e9d143e5d791b073681d17bab2180c0683c16030180c0683c160be353f4b74973b695594be04da9c4fdbe78cf79b107720a1bd92da499c8ed241571991be5ee32b228d6b8f4ea3d9b52beafbea523f69dd43bcbbd0bac833a58da99531895556c795cac67693e589ad6d31f928007ef7f2db28f8cb6d1c2f3d95afb2	0
aac98303-2597-479e-af66-9a97a9a05d7c	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601581	62cdf0d5b4ec564f92489ff736fb19f94885255f336bc4de28dea289ff60aa84		\\x78f9a340c9e7c3ae1e4b301f9900ab6552403d74432385ec5c3daa857d4811b8fc0b8174d726004b49ccd8c013dc58c232185c411818eb1beb400b7770cb7a02a4309f00eae7592960f3145a24589a9a5a5a98e89a9a9ba7ea9aa7181be926a6a499e9a6241999245b189a2526a69811154d28162347185627d40200c1d1952f	0
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601593	e5b9dfee2a454553e47e48d3ed90f992be519c652dbde4833960fb0de022db59		\\x78f9a340c9e7c3ae1e4b30bb83e6f8928faed4a35a78871481cbbc1048176d02b064c48c013c418c25fc82c1958281b1beb10eb44007b7a627400af009a0be9d9502d823f0391760495ba2608816f096a6a6961626baa6e6e669bae6e64689ba89a606a9ba26868929261646896989966644450d8ac5c89184d509b5007ca79158	0
2aeaf86b-84e4-4b6a-9d05-b1e3a585f05f	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601606	dca3f1d49aa61295a0ab123a7e217c31893f853bdf190d9314fe166b751d9665		\\x78f9a340c9e7c3ae1e4b307b43c7fc419d7f508323518f6a011f52042efc42207db509c02212332af0843596800c06d70e06c6fac63ad0921ddcac9e0029c927803a79560a2199e0d65637785c002de82d4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc888a1c141b91a309d5ee5a0092f68e15	0
ab695d0f-9a5c-41b5-baea-eeafe94d32fb	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601623	daaaeca60ec9b4f681345e926b66f2354d354ce8958959bf62575a69c5c1c1d1		\\x78f9a340c9e79d99dd0dc3200c8417aa55fe0c668eb200899301fade1d18b91490a04ad4a0be23d958c7773a3c7b3e3c0ba042cd532963ece2d9b702a1fa7f5b010c20b3a6a34c39122477077191020c124294b4815382052bd49bc74e3b6fe7797728ff17f666d47332a0839e7e08e6440d8f627142dff5add953c906a9da51fa24d53cdf61ebd5bec7d7b20ee8571e25e5113d1940e7f274592b88bc5be0459995a48d91ed94e8be9a18e577d9ceeb0de96ae706	0
16d6559b-38be-40f8-b0bf-098b899292cf	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601641	2a27951940b80c21da0430cc3f9001d7c5e7d2958a7881c2c68a03e592bebb51		\\x78f9a340c9e7c3ae1e4b3007838a3e500f5a8f6a011e52042ef442207db409c0a211330af0843196000c06d70a06c6fac63ad0121ddc9c9e0029c127803a7756c0b600a89a800c0680ea0a709f03a5438b160f96a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644c5148a3390e38c0807d50200a8f9a11b	0
f74bd610-960f-4f99-a40d-ae745a9d2b81	1	01955984-57be-742d-9c62-750dd97f3882	1740963601653	8ce10bf918ba38c57dabeba424595a409d3b6f1673329f0686e76111cdbbb1b4		\\x78f9a340c9e79d99410ec22010452fe444901906bc467b811661e9c2bd77e0c8d22949a9364adc930c997cdeff3ff49e1f1f02a871ed53b960ecc7b3af03861204c4331a8659dc2876499631da0071d601503b046fa307179c32819198c2063a6ffb51d74efe0b763d9a3958cb878abec8e4400383189b326773aaa6248d20af2694977e7a2da165899b77a968abbbd54f51a91012dfdeb4e4897cd92d31276075d3e0524098d81a35b9a468a62eb5edeed1eaaee746cf17b50be41f	0
3ea4bd17-4bf8-4405-981b-1554f7bc5204	1	01955984-5968-73ca-bf76-21110b476370	1740963601655	c68d21b80fbf1215ae92cc68711b9287e48c0b876952732b6828bf8d7fc692c9		\\x78f9a340c9e7c3ae1e4b30bb80eac51460c947b5f00e2902977921902eda0460c98819037882184bf805832b0503637d631d68810e6e4d4f8014e013407d3b2b0527d00003a44a80b78ac0853bb8a2ea448b034b53534b0b135d5373f3545df3146323ddc4943433dd94242393640b43b3c4c41433a26209c50dc8f145c835b500c36b9d8f	0
b09d21dd-3fb3-4e0c-a16a-a49d2be0c898	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601657	34452560c10a66f2745cc314e70fb50e666f69aeb537f656621674b3ee0d756c		\\x78f9a340c9e7c3ae1e4b304700dbde7a540beb902270791702e99e4d00968a98a18f2778b1845d30b8423030d637d68116e6e096f40448e13d01d4afb352f003776a9240965600fd8316de96a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644c5088a9dc871836e7b2d00971289b9	0
55953659-3379-447d-9e90-1cbabf32fe0b	1	01955984-57be-742d-9c62-750dd97f3882	1740963601661	4da9a534c6cf42cfb73e56fa3f92fb468a0dcfbc921718d5150dd526ed3964fa		\\x78f9a340c9e7c3ae1e4b30fb829a48540beb902270791702e99e4d00968a98a18f2778b1845d30b8423030d637d68116e6e096f40448e13d01d4afb35270020f272c078f6b97a285b6a5a9a9a58589aea9b9799aaeb9418aa1ae455ab2896ea2b999b141a2459a8169922951f181622372cca0da5d0b00b1d8872d	0
55953659-3379-447d-9e90-1cbabf32fe0b	2	01955984-57be-742d-9c62-750dd97f3882	1740963601663	d81bd0fb8a23b44c9ff2c355ff8f75b61f2d67a964da7a55e69ff0ca041fbc51		\\x78f9a340c9e7c3ae1e4b307b2466522da4438ac0a55d08a4733601582662863d9ec0c51272c1e0eac0c058df58075a9483dbd1132045f70450afce4ac1093c98b01c3caa5d8a16d696a6a6961626baa6e6e669bae6062986ba1669c926ba89e666c60689166906a649a644c5068a8dc8f1826a772d001cc98549	0
55953659-3379-447d-9e90-1cbabf32fe0b	3	01955984-57be-742d-9c62-750dd97f3882	1740963601665	4da9a534c6cf42cfb73e56fa3f92fb468a0dcfbc921718d5150dd526ed3964fa		\\x78f9a340c9e7c3ae1e4b30fb829a48540beb902270791702e99e4d00968a98a18f2778b1845d30b8423030d637d68116e6e096f40448e13d01d4afb35270020f272c078f6b97a285b6a5a9a9a58589aea9b9799aaeb9418aa1ae455ab2896ea2b999b141a2459a8169922951f181622372cca0da5d0b00b1d8872d	1
13163a1a-16f3-4438-800c-a35a9ffde051	1	01955984-57be-742d-9c62-750dd97f3882	1740963601666	29e7f369e469530411b38fa8f60f08002ecffbd7df7fcd641964708f9ed8b655		\\x78f9a340c9e7c3ae1e998d25131467a680c31b58281515236501a0b634601a2b418e746750690b2d824105399644809170b099938c644e09b0daa35ab48714818bde10484f7102b080c64c08e09886b8091ce890d0c613ff582237185c631918eb1beb406b1b70537f02a4769900ea785a298400abdc44a4d052d04711827a1c3991589a9a5a5a98e89a9a9ba7e99a1ba418ea5aa4259be8269a9b191b245aa41998269912958c50dc819ca08871512d00a89bd9e5	0
2b657913-18cc-42b2-acae-7300224916b4	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601668	a27c6445874ccd12128438f951bb82bad27053de46c8b6dad2f98b022ccf237d		\\x78f9a340c9e7c3ae1e4b303b83aa2ae808790968044f8f6a011f52042efc42207db509c02212332af0843596800c06d70e06c6fac63ad0921ddcac9e0029c927803a79560a4ea0910648931d3c868016fa96a6a6961626baa6e6e669bae6062986ba1669c926ba89e666c60689166906a649a644c50f8aa5c83185617d2d00b0bc9197	0
332ce290-4b2a-4018-b199-a2e6887e940f	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601672	9cee5da2f1638978aa4cb8a70a61d1b4bc17e1162da212e02dd574fdc75a73e5		\\x78f9a340c9e7c3ae1e4b30071dde55a247b5b00e290297772190eed90460a98819fa7882174bd805832b0403637d631d68610e6e494f8014de1340fd3a2b0527d0e04211d027e0e21b2db82d4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc888a10142b91a306cdf25a009a668911	0
a0387dfa-7241-482a-a28b-1441e07b1ced	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601682	1ea2f113b7c5bf329d0f9405825265d90191a59e364ed4d7b3aebb5c5b5d73aa		\\x78f9a340c9e7c3ae1e4b30fbc046966696e8512dc8438ac0a686407a69138085236624e009652c41180cae170c8cf58d75a0653ab8413d0152864f0075efac807422b8910a298477ad2d400b784b53534b0b135d5373f3545df3146323ddc4943433dd94242393640b43b3c4c41433a2a206c556e448c2b4bf1600bea08fb0	0
2037a402-e11b-4123-92aa-5037c5d6afad	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601687	711e9bacec4ffcd5848e92d3884f9fa02d1ea3326b1c593502a7ac5b63cb02ee		\\x78f9a340c9e7c3ae1e4b303b830b51c808790968040fd124d7a35a148414818bc11048af6d02b0b0c48c143ca18e254883c1f58481b1beb10eb48c0737b02740caf409a0ee9e958207b4f70de9fc81e5d0a2c2d2d4d4d2c244d7d4dc3c4dd7dc20c550d7222dd94437d1dcccd820d122cdc034c994a8c842b11739dab0b9a01600f5f99a1c	0
cd77a210-3847-4b9a-bf5b-3914b1ade417	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601693	8dc8201f77b6de886fa602116c880d1cd873878679273735f251e9e85806cc8f		\\x78f9a340c9e7c3ae1e4b303b83aa2a3daa05764811b8c00b81f4cf26008b45cce0c713be58022f185c231818eb1beb404b7370537a02a4f49e00ead85929807d01ebbaa305b7a5a9a9a58589aea9b979aaae798ab1916e624a9a996e4a929149b285a15962628a19511182622372d4a0da5d0b006ddc8904	0
a2f16ffe-3618-4631-9f01-e7d11f32b464	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601702	43f97e5c240bf3bf547db16d37ecc8915fd1f58d5807a2baaf1285e909710b5f		\\x78f9a340c9e7c3ae1e4b3087409b3590220adcfcd4a35ad08714818bbf10486f6d02b090c48c0c3ca18d252883c1f58381b1beb10eb46c0737ac2740caf209a06e9e9502c8dac590010648e31bdcc8438b054b53534b0b135d5373f3545df3146323ddc4943433dd94242393640b43b3c4c41433a2e209c56ae418c3e1885a00898e9a03	0
372dbe64-c578-4da0-86a2-05c2e47ca0ca	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601708	e66de999303bea0e78956b99a0e2d5a19fcf5d80f840c50b01d00d4b31a09cc6		\\x78f9a340c9e7c3ae1e4b307bc35bd03b21cd553daa057c4811b8f00b81f4d526008b48cca8c013d6580232185c3b1818eb1beb404b7670b37a02a4249f00eae45929407d04edc7a385bda5a9a9a58589aea9b979aaae798ab1916e624a9a996e4a929149b285a15962628a1951b1836225723ca1595e0b00d06a8f00	0
7c61d5eb-1bd7-4f80-a9b4-4d8acbe2f7e1	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601718	c6b4fe5c5749f5ea5099570a10c0f3cec33f40a00ac1b24503c9d3a08966c573		\\x78f9a340c9e7c3ae1e4b303b83aa2a68ff5a8f6a611e52042ef74220ddb409c0d2113316f0043396300c06570c06c6fac63ad0421ddca29e0029c42780fa7756207a31ac03af03eefe2542bd86160596a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c9168666898929664445128af5c8d185c721b50087c0993f	0
8009e4a2-9dc1-4de3-ad99-77b5b16e9ea3	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601726	03924c4d95c4d1f3829001c062e4afa810dd730c0b8bfef9641b34261d4d0b67		\\x78f9a340c9e7c3ae1e4b30bb40bbbba0a169c8bc4ba61ed5823ea4085cfc85407a6b138085246664e0096d2c41190cae1f0c8cf58d75a0653bb8613d0152964f0075f3ac80f681ea4f68471e2df02d4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc888a1e141b91230ad5ee5a005e298f5f	0
ed33f9c2-5232-4733-aa3d-2d014be6307c	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601736	2b026781a1f05e18404681c8e09dec84cd8fe5669c60ce385765d4cd2e829fde		\\x78f9a340c9e7c3ae1e4b303b837afd39871795ea512dc0438ac0855e08a48f360158346246019e30c61280c1e05ac1c058df58075aa2839bd3132025f80450e7ce4ac1e3e1ae9d79d0ca023c3c6364606c8216f496a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644450e8acdc8d184dd0db5009abd8f8e	0
a0387dfa-7241-482a-a28b-1441e07b1ced	2	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740970800236	6e1b4712a087d6ac19fc9d6b754a81bb3cb4447200ca434b7631b337b6535eb3		\\x78f9a340c9e7c3ae1e4b30fb800b28604f448f6a011e5204363304d2479b002c1a31a3004f186309c06070ad6060ac6fac032dd1c1cde90990127c02a8736705a413c14d544811bc6b6d015ab05b9a9a5a5a98e89a9a9ba7ea9aa7181be926a6a499e9a6241999245b189a2526a69811153128b6224711a6fdb50012158dcc	0
ff74ddfd-78ad-46bb-87fa-e9b6099d500d	2	01955984-57fc-7789-9b97-bdf0eeb7c3be	1740970800254	462e58cb109b53ebe22130cc3d2fde67a96403ec3128f23e453f333354e47581		\\x78f9a340c9e7c3ae1e4b30bb83e6f8c00d5c3daa85784811b8d40b8174d22600cb46cc38400f64b03b20253464c4175ee0820a6cf04c64f2d1957af8033a185c7b1818eb1beb404b7e70b37b02a4a49f00ea045a29806d824fce008be4120543b418b23435b5b430d13535374fd33537374ad44d343548d535314c4c31b1304a4c4bb434232a0e512c468e4dac4ea80500ead3a598	0
a0387dfa-7241-482a-a28b-1441e07b1ced	3	01955984-587e-7e57-8269-07e58f7ba493	1741053600248	4b6eb26b5590fe439964fc7f8504d883d4a38a5cb3c5fc1dbe9ec3aede70c56b		\\x78f9a340c9e7c3ae1e4b30fb800ba8a4441d445b02d4b549d6a35af8871481ad088174d926004b4acc18c113e458c233185c491818eb1beb400b7870eb7a02a4409f00eaeb5901e944708b155222ef5a5b80160b96a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644c5138aadc83186697f2d005c1a9550	0
aac98303-2597-479e-af66-9a97a9a05d7c	2	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741053600272	44affdf48d155e61bcc6a8a66a71d9ff0a70c46565007a1e511ed849c6cd19e4		\\x78f9a340c9e7c3ae1e4b301f9900ab6552403d74234385ec5c3daa857d4811b8fc0b8174d726004b49ccd8400f6e27709b0b5ede02dbd20a864640575983caea5dd0121cee4e3cc11e0cae4b0c8cf58d75a0f500b8113e0152ee4f007509ad14b0f91f2dbe2c4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc888a51148b91e316ab136a01e1dca7a0	0
2f69dc9f-45bd-4f78-80b6-d8779a38601c	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600328	47c237fec7e0fad0bb255fcd597e5260ed41e468f20b2cc89bf0b29519dffd91		\\x78f9a340c9e7c3ae1e4b303bc1a63e8025b81ed5c23ca4085cee8540ba691380a523662ce009662c61180cae180c8cf58d75a0853ab8453d0152884f00f5efac8034a8084f3fbc1554d9cd470b764b53534b0b135d5373f3545df3146323ddc4943433dd94242393640b43b3c4c41433a22206c54ae42842b3bc160086ce8df0	0
a368bd65-f841-4ddc-9a5b-73a9f5276e87	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600331	09c7c89b6c378f01bcd59d991f6a11419486ba6159fc2789fca20d31a3dcb235		\\x78f9a340c9e7c3ae1e4b303bc1a63e8025b81ed5c23ca4085cee8540ba691380a523662ce009662c61180cae180c8cf58d75a0853ab8453d0152884f00f5efac147c8e6d2855000db283bb6a4b211decc5a0ded9dc4cb448b03435b5b430d13535374fd5354f3136d24d4c4933d34d49323249b630344b4c4c31232a9a501c801c61789d520b0083429d88	0
9fe37efd-0038-4f25-909c-f2aed0cb44e3	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600334	6cda91d6e4418ac59f0740c50cd0dd91c504912938d9b2cecef3248c602789c0		\\x78f9a340c9e7c3ae1e4b303bc1a63e8025b81ed5c23ca4085cee8540ba691380a523662ce009662c61180cae180c8cf58d75a0853ab8453d0152884f00f5efac147c8e6d008f8c03f142d8f80ea813081a80c848458b064b53534b0b135d5373f3545df3146323ddc4943433dd94242393640b43b3c4c41433a2220ac509c85146c031b500fb6e9be6	0
cdc05940-d592-461f-970c-504df16e8fb6	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600338	81e45c247e03cddfaf342ac71acbb837c31cdf1990c61fd1306b8d6e2b8a9376		\\x78f9a340c9e7c3ae1e4b303bc1a63e8025b81ed5c23ca4085cee8540ba691380a523662ce009662c61180cae180c8cf58d75a0853ab8453d0152884f00f5efac14dcc16306a05176705f6d29a487bd18d43d9b9b89160b96a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644c5138a0b90630cbf5b6a0105b49f0c	0
650cf4b7-2d8a-47d9-bf46-cd9edfaf0f37	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600344	64b1b7066d7f657a5c9aa1575845bb8e8ff088b098d179dfc49bd4913947a5a5		\\x78f9a340c9e7c3ae1e4b303bc1a63e8025b81ed5c23ca4085cee8540ba691380a523662ce009662c61180cae180c8cf58d75a0853ab8453d0152884f00f5efac80953cb01c4f02771641b505b8cd9f8916fa96a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644c50f8acdc83185dd0db500a80396c0	0
a301c1d8-177f-4de4-91d6-5b0bc7afbba4	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600347	66d3d55591be8e0cedf94edfe219fabf4039c83805353b14c17ba2133f38a014		\\x78f9a340c9e7c3ae1e4b303bc1a63e8025b81ed5c23ca4085cee8540ba691380a523662ce009662c61180cae180c8cf58d75a0853ab8453d0152884f00f5efac149c41d57626b4c18e16ea96a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644c50b8a8dc831846a772d00150f8c02	0
38efccf8-fed2-4378-ad4e-5ac6d001b160	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600355	7ccae2da18e72733e6dfe618ced150ed1da413228f4aaa750b457b1585026148		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b560a1e89c8b3d2e07a023c7680961c2c4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc884a30289623271d9ccea805005c63cb12	0
e55fd6c9-24c6-4c92-a05a-bad5d4d781e4	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600370	af8e80f8c5286f160789e416ed6a83d867446cf6950bcfe159982a40a10d4dc2		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b56a02607b0dd091af3cf84f640d11282a5a9a9a58589aea9b979aaae798ab1916e624a9a996e4a929149b285a15962628a19514905c55ae44483c501b500b5c7c596	0
4b0140a6-ab44-4352-873d-9e100ff1a240	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600383	a7665cf93c1fedb3bdb25e7ad2511d108804063460f779d5ce692b27221ba9fa		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b56a026c7da441d509db62a1732648696102c4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc884a2a28d622271a2c0ea805008a48c518	0
5596a7c2-f522-44bd-ae40-bfc8daed52bd	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600392	612ea4786a9474bb58934716a2e2ed71cacde3d34231472ba0042b82c4aa154c		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b56c0c609a8de82b433d19280a5a9a9a58589aea9b979aaae798ab1916e624a9a996e4a929149b285a15962628a19518904c542e4e48262752d001f18bfd2	0
2bb673f8-048c-425a-a895-35b4cca83e54	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600401	bde8e3f2d9454a3a8d011fa02135d1cc54efa5d27c3cd4e22591e5e63a4d8ba8		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b56c0c609b8de025abe182d05589a9a5a5a98e89a9a9ba7ea9aa7181be926a6a499e9a6241999245b189a2526a69811954650ec434e2dc836d702009736bf02	0
32f2875a-899a-4e35-b36e-ab274ffae1e0	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600413	5241134117558db92ecfde40d6406edfd2600aa5ea08c092c45145a0918574bc		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b560a21905e2768d01fdc755c0ae9f02f06f516e766a2250a4b53534b0b135d5373f3545df3146323ddc4943433dd94242393640b43b3c4c41433a2920d8a1390131001c7d40200077ad282	0
cbb9f1d4-ae64-4e6e-bb42-9bdc4996dc2c	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600432	d0add9c3aaf7abbfb5931e2ed3bf90d7b1c5d1e637ae7c3ac413eae90faff675		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b560a7ed04628b0c2c9057545209d6f50a714342092918a962c2c4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc884a38288e404e42049d530b009d5ad1a2	0
f61b08e7-1e18-4153-a488-440857d60aef	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600436	76864c37b683132793b797bf2f502ffd57c2442e2d69a921b2d0474c9c53f7e3		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b560a4e909e066858145ab9a41fde8a96162c4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc884a2d283623a71bec6ea80500503ec7aa	0
73d77db0-c017-4505-ac51-de193222a3ad	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600442	06c55a54c263c36a24fa4dd7b5797fa8efebc8df0beaa6f7b8145c4640239241		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b56c0c609a8de828d2780ebaf8a44b4b460696a6a6961a26b6a6e9eaa6b9e626ca49b989266a69b926464926c61689698986246546a41b11939dd6077432d007ef2c834	0
606be4a4-73ab-417a-ae67-e42160c1553b	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600450	14431e64457f803a33a543002add2cf6f4db3fd225affc8d3d2203397239dc30		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b560a2ed0918424d8a0fe625065d70d1940404b1396a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644a51a141720a71ffc6ea90500894ed222	0
4cd028c8-df55-4943-9ea8-eaf2dfcda24f	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600458	4e71b4fbf4eb04ce42e0cae17f06ee616bc26038dde530f7aac93943ef3e28d9		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b560a2ed09104d0a83fb8efb814d2e35f0cea2ececd444b1596a6a6961626baa6e6e6a9bae629c646ba89296966ba29494626c91686668989296644a51b143720a72042aea90500f019d3fe	0
0d088d7b-75ba-4947-8677-92231b5f0e8c	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600465	237afb5f4edb255e54184c9c9be5252138dc6a5c3ca245a6d36ffeaf7fdf0043		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b56401adc81030dfa83bb8e4b211dfec5a0dee2dc4cb44461696a6a6961a26b6a6e9eaa6b9e626ca49b989266a69b926464926c6168969898624654b2417102720222e0985a00591bd34c	0
ff6043a9-3486-484a-b0af-a5142e7d6ce8	1	01955984-5780-77dd-8b05-3ab0e66006df	1741053600475	b0b479b652a0cc91a90ca9886f1701edf963ae24b6be658ac392ffbd384ef8c9		\\x78f9a340c9e7c3ae1e4b301f9900196401379528892f9841c04e0d358c494ad4a35a0a08290297c221904ee30460598d9926f0443a96180d06575306c6fac63ad02a06dcbe9f00a95226807a9b56c0c609a8de0256783b21c3e973d1d281a5a9a9a58589aea9b979aaae798ab1916e624a9a996e4a929149b285a15962628a19512905c556e43483697f2d00472ac560	0
a368bd65-f841-4ddc-9a5b-73a9f5276e87	2	01955984-5780-77dd-8b05-3ab0e66006df	1741140000775	2047d337b6a3614be3b7247574733e038feb26482f502e7e6160edfc48bd4497		\\x78f9a340c9e7c3ae1e4b303b815b3890292c507b19366d7518d493d8ac47b558082902978421908edb04607989192f78021e4ba80683ab0a03637d631d68310f6e634f8014eb13403d3e2b059f631b4a1540c3eee0cedb5248977b31a8bf3637132d5a2c4d4d2d2d4c744dcdcd5375cd538c8d741353d2cc7453928c4c922d0ccd121353cc888a3814072047215ea7d4020023a5a546	0
01956407-fe88-71e0-92c9-d2ee8eabf336	1	01955984-5780-77dd-8b05-3ab0e66006df	1741140000793	07bc4ee9741da9efb0995277836b873e110dc3696824d7a743b2a28a47f053f5		\\x78f9a340c9e7c3ae1e4b30fb821ac9b0b9aac38bc1456312a8af0e2ae7f4a816092145e0823004d26f9b002c2e31a3054fb86309d460704d6160ac6fac032de5c14dec0990527d02a8c367a5e004f209b8f9ae03aa979642badc8b41fdb5b99968d162696a6a6961a26b6a6e9eaa6b9e626ca49b989266a69b926464926c6168969898624654c4a1b800390af1bba5160030dfa55e	0
01956407-feb0-780b-ad1f-ec2c7401d8ae	1	01955984-5780-77dd-8b05-3ab0e66006df	1741140000819	419d5428d2dce2bb404b6740b95008712855a3f936b33498a0406cc414ab80b5		\\x78f9a340c9e79d98eb0d022110841b7223cf5da8c36b80c75d01feb7073ab0554fe072984345ff93ccb24cbec9d03fff8e1c957db9720fbfd9517cba66da4da59ca595895f1852a72d33acf9746f8888aa6122b71a15235866e78124b7601937e08d364e040a31f81d9b167f04e726fd173b472cd859ccc1941f5cd7b1d425e724936779aa19970b462a99969e7577db6bf948a9576c7d68b5b64681269a81a214e0e28210bd50c170742ee290535f445bcf1ee46f0fab60f158	0
4b0140a6-ab44-4352-873d-9e100ff1a240	2	01955984-57fc-7789-9b97-bdf0eeb7c3be	1741140001207	29b9184384feadf50f2159db5b0ec7c7b5433d3823808f22f29be81999701405		\\x78f9a340c9e79d984d0e02210c852f348dc30065f01a7201e427ae8d5befc045bca30383119d46d1150b48dab42fdfa3a5df136536a7bc812c0b9dee6e6dc39a73e19c59c7b2b4d0f00b3d6a9ee5a8205fb7f497bc456cc088a24123d312c5a82006664131c7413bcb408428a40f6eb9c7273d35fec84f328fbf78da234ba2641ba17e502221b343f1ce91eff8507daf0c1d69f5b99447e07dfe07ddec908df6d1f637756a29f52c402a1540793e81f511c11f27e16686d67aecd2ef4bd856c94402d73bef51fb68	0
38efccf8-fed2-4378-ad4e-5ac6d001b160	2	01955984-587e-7e57-8269-07e58f7ba493	1741140001247	03fd82333ada3734f737801d755be5d371727e4f1c049481210c805a4ba36431		\\x78f9a340c9e7c3ae1e4b301f9900196401379574a0652ab8f708ec6c53127f3083819d1c6a189394a847b5141152042e9543209dc809c0b21b338de04904586238185c6d1918eb1beb40ab1c707b7f02a48a9900ea7d5a29782422cf5283eb0df058025af2b03435b5b430d13535374fd5354f3136d24d4c4933d34d49323249b630344b4c4c31232a01a1588e9c94703aa316001204d2e2	0
606be4a4-73ab-417a-ae67-e42160c1553b	2	01955984-58bb-7fd8-86bd-cb788b4d820c	1741140001725	e6e7a91ddb2375b3cfeeed8f539236035cd484e1d9b467b11ce073288abdf4b4		\\x78f9a340c9e7c3ae1e4b3007807b8ce0a63cb820043695f4a816f42145e0e22f04d25b9b002c243123034f686309ca6070fd6060ac6fac032ddbc10deb0990b27c02a89b67a5e002edc227c146d317836a996e88efd022c3d2d4d4d2c244d7d4dc3c55d73cc5d848373125cd4c3725c9c824d9c2d02c3131c58ca8e842710172c4e1774b2d00039fa14d	0
50f59401-50e8-4db8-ba72-c2f1d88384fb	1	01955984-5780-77dd-8b05-3ab0e66006df	1740963601570	5e4dd737edfb657692c1a3d3eb2ba573eca2a0a47a8681f06c44ef00a9b43485	{"body":{"content":[{"content":[{"text":"Chữ để nguyên, không nén.","type":"text"}],"type":"paragraph"}],"type":"doc"},"bylines":[{"name":"Trần Thị Đào","share":"words"}],"correction":"","genre":"newsBrief","lead":"Sáng 03/3, tại xã Đông Đình: Tin của chương trình cũ","section":"01955984-577e-7d32-adf6-db24c816aad6","source":"","subtitle":"","tags":["Đông Đình"],"title":"Tin của chương trình cũ"}	\N	0
\.


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_migrations (set_name, number, name, checksum, applied_at) FROM stdin;
migrations	1	0001_newsroom	a9832130b73d0a6b99525011fb0c0616893c5f3fbdc3c95d04bc021f5b674cfe	1740963600138
migrations	2	0002_search	eb12ea4ec8304635a5258ef97b3200fdce11de9755404528d6df81427fb38ec8	1740963600146
migrations	3	0003_clock_unschedules	bbf9354ca85de162079113ed7fccc53544db73fbfc7ad61bcc056a2eb0bfa413	1740963600147
migrations	4	0004_changes	2268c8b4d0f6b29ddc282394713da7f820de37d96b4103588b7a592d5600faaf	1740963600149
migrations	5	0005_private_pictures	fbb3e828a37f97eef0989f5a9f098906a53ebc9dda904cb02516dfaa1581b556	1740963600154
migrations	6	0006_taken_back	0089c629aeeb81f91a52d43b13a13d9165bf5a762e493279b620d2115b679f1b	1740963600156
migrations	7	0007_guards	c0697974679ebc3f9bde8ff4f5cc188eeb641b90a13f64eddbb350c64b5ba20a	1740963600157
migrations	8	0008_packed_contents	273b341bf0f1fea63cdc06cb7d2901ba365cc8c13f0d9931d22d64dc7d17fe60	1740963600158
migrations	9	0009_kept_counts	4fbc0fdc160f46d8265fb2f339488204ba26bca6ff4372ea5b526d886d4ac8b8	1740963600166
migrations	10	0010_words_once	c4d07937f5cfc04897beaa8d95cb1075d86f8fc6b8ad13a9b331ee1d13a90fb2	1740963600167
migrations	11	0011_sittings	5741f2242a084b41c9cb2e04bb2279c855b8cc011584a92d8c5b20adf7c3ac9f	1740963600167
migrations	12	0012_text_parts	3ca63752bc5be461c62001e5f5e01ba1a681d6317314c2641f9e88a3edb743c5	1740963600173
migrations	13	0013_deleted_drafts	f44089fb62fcf4e38f45890c84c4a74187d7e00a0cada204288769bf5f40b2aa	1740963600174
migrations	14	0014_smaller_rows	5e64c38e29110e2f177a95d0ab0e1abbcaedef7293f4f1fa0b1a45e02da6ecda	1740963600175
migrations	15	0015_narrow_search	1e39b17e839d7b0e6b47a5e4a00ae7c881c6e24c32da6c1c5dc83f60ba517cc2	1740963600180
visits	1	0001_visits	b8fe40898d9e8ae1e214648240c302f8f5fc5ecf6380f44431d15b86396dc315	1740963600110
\.


--
-- Data for Name: sections; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.sections (id, slug, name, name_english, "position") FROM stdin;
01955984-577e-7d32-adf6-db24c816aad6	tin-tuc	Tin tức	News	1
01955984-577f-70d1-8fc4-a7630a8f05b5	van-hoa	Văn hóa	Culture	2
01955984-577f-772a-a50e-41ad482afa96	dat-dai	Đất đai		3
\.


--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.sessions (token_hash, user_id, device, created_at, expires_at, revoked_at, place) FROM stdin;
4cfd12d5a0d1d4004af61d55e02ce0e992f9a9c136f6ecdc93b8a7c8a55e88f6	01955984-5735-77d1-af37-ba0c84a73e37	test	1740963600483	1743555600483	\N	62aa8c18d9beda338c2a22019a0708b76a61e79b00689d07f0c33b0a7b6e661e
d905a4bf497862a5ae7bd2194e1547244e99417836e7575e71384f8aed52156a	01955984-5780-77dd-8b05-3ab0e66006df	test	1740963600579	1743555600579	\N	dd5d56e9d1b0597305feec7f50b7c15d69ce70569b8f0ef2ea5a70b54b96deb4
b843f6db077158cb374aaf91d681b08701b0a6e17eb2efe371cf6d9577679953	01955984-57be-742d-9c62-750dd97f3882	test	1740963600668	1743555600668	\N	e66be5ab87e7eb8aca8f156a233c3a47f23d01c99cb4e3d623f2101efe3fd6ca
6c60a7b191dad3f7f96274d8c9767c30bb227e68c0ed2503f40df87ac361d866	01955984-57fc-7789-9b97-bdf0eeb7c3be	test	1740963600775	1743555600775	\N	0bf3e7d93f646e7085eb7fe06b05a54e9820ebc97fb409a3df397f6957299abd
f7e357763b84e3ff219219743524b02733cf60899101a5486e6012886ed04860	01955984-583f-7e90-b15d-05babf0b6f19	test	1740963600862	1743555600862	\N	190990462bdeac966fc9f2f5c449fab9ad2fbdc3a453c985a221e584d82f6ac0
a9bc352e6c5f8dc655cf60e468c6955e4adabf41a047c9e43135c89429020226	01955984-587e-7e57-8269-07e58f7ba493	test	1740963600942	1743555600942	\N	8b00745a06a79c8872da6d1ffd9f228bc3d130336b097171b426a7258cb78a26
3604287a43a6bcb3a9d2ca7552ccdd8b653532c307622a0f15d6ece82a12ea19	01955984-58bb-7fd8-86bd-cb788b4d820c	test	1740963601024	1743555601024	\N	1badae4a04dabfdc32070d64572c6b688a518a4506b27f92353e4ba11c0d9518
d6c20813631a896db1507348ae250bae8aa35a399f8adb3668d519873ceb2a20	01955984-58f5-74d6-869a-37bcd74970e0	test	1740963601108	1743555601108	\N	3a0b9d5c17ef007fa4072e35d67542d972131a00c34a036ad6a0ca196731e193
02e7bdffa82d1b2cd4a76051942a7c8183aa1ca85e98ba6673a92eef83aaa13d	01955984-592d-70d9-9232-61d8f5487788	test	1740963601195	1743555601195	\N	cad191ea0c3719eeff0079f47b853ab33d5c715c90c63a1c52527aa9d694dec0
b98a764c9bd20b8057a6d1e0aa74505d1ed881c2e63fad5efd29bd57d5405081	01955984-5968-73ca-bf76-21110b476370	test	1740963601277	1743555601277	1741053600005	ead26aed6268cffb4a16c864cdc658ea2760c8fc27df5bda44f2ba917d7a4b93
4944faf11a99bd1bea901ae08090b9b016133bcb6c19cb13a70fcbd3b86a1a8d	01955984-5780-77dd-8b05-3ab0e66006df	recorded	1741140000410	1743732000410	\N	63d1366c721b2aba7af52ea3ad61345e6b7360a85e82daaf8e3a6026bee2a301
9f31a9d78d8d5b4dc2c906a4a722ac5083ef1ac1dabbdd74a36443d684deb578	01955984-57fc-7789-9b97-bdf0eeb7c3be	recorded	1741140000979	1743732000979	\N	7eb5d605d5d78ac9feeaccd59fc9aa99da67bbd13a71a70a7c4b8b8fcdd04031
abd23d9e3cd288929efb86352a1fc79a444dfc361be9c8416a742cae8028f2b5	01955984-58f5-74d6-869a-37bcd74970e0	recorded	1741140001443	1743732001443	\N	debb0d4e214b4c1121903b8b41cd38e82f5e2feb2e04de43826b0d1e2425e7fa
ee94bfa8441ac20a4e2f505ac145532c2053832837b7435ad52c4c587c8316b1	01955984-5735-77d1-af37-ba0c84a73e37	recorded	1741141200781	1743733200781	\N	20eae31001eaae1cec10a4effc1e7dd0d15ea9848f57736c105ddc96e9a2e92e
3d6c9cb99a7d48242c1486fa577ae29168115045ff0a3e028cfcdf4ac86f0293	01955984-5780-77dd-8b05-3ab0e66006df	recorded	1741141201071	1743733201071	\N	63d1366c721b2aba7af52ea3ad61345e6b7360a85e82daaf8e3a6026bee2a301
ae8cb37416b3c9f9340575a27fbe155025cbde11b3ac6e8e8d56991c6eab92c8	01955984-57be-742d-9c62-750dd97f3882	recorded	1741141201378	1743733201378	\N	77383d0bcbf36c98f9b6e71871ace05b844823a8a95aea25c163e7f5fe08abe9
b7f708ec7fa503bbc8d233fd19c9e2e059f4b1f7f8dfcc74f2d09f9078504a25	01955984-57fc-7789-9b97-bdf0eeb7c3be	recorded	1741141201598	1743733201598	\N	7eb5d605d5d78ac9feeaccd59fc9aa99da67bbd13a71a70a7c4b8b8fcdd04031
c93d4dca7c36273b4b53a0e11ce7435e8a97f3e1cd4c3661cf723bcd9fe4605e	01955984-583f-7e90-b15d-05babf0b6f19	recorded	1741141201902	1743733201902	\N	b8a713f7053a02fa1caf65eb1fe7275b09267a33399252eeb7f945365d3870fb
ca2a85317e655a3e4125f832f0080d8f5100e2e8dd3c9c72656308701410f426	01955984-587e-7e57-8269-07e58f7ba493	recorded	1741141202134	1743733202134	\N	dbf27aac7c8481388f5c6d635b002d7e99c9e762803e86735f9d8009a1b344b5
02bc533677d2c04c17830049ed9e07cc70b38da946aa1bd00bea28e286080807	01955984-58bb-7fd8-86bd-cb788b4d820c	recorded	1741141202421	1743733202421	\N	27ff331bec0003c7acd9ebda85a15b73f5c871e61e2e350f4a988715b9b2c2be
f8506745f77e9e4d4a141f931357704210000f719b43682f5def074d61188b9e	01955984-58f5-74d6-869a-37bcd74970e0	recorded	1741141202685	1743733202685	\N	debb0d4e214b4c1121903b8b41cd38e82f5e2feb2e04de43826b0d1e2425e7fa
02e9ee698795edf51097c65b93367a1eff882ffc8c398f6023f00dd8597bd831	01955984-592d-70d9-9232-61d8f5487788	recorded	1741141202936	1743733202936	\N	ea8a14c0d29e0014bbda9cb675921190d8b228a52a63b6cdde8683af5f2689f0
\.


--
-- Data for Name: settings; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.settings (name, valid_from, value) FROM stdin;
site	1740963600240	{"address":"https://dongdinh.example","agency":"Ủy ban nhân dân xã Đông Đình","agencyEnglish":"People's Committee of Dong Dinh Commune","approvalRefuses":["pictureAlt"],"email":"vanthu@dongdinh.example","licence":"Ghi rõ nguồn khi dùng lại","licenceEnglish":"","openingBalance":12345,"openingBalanceDate":"2025-01-01","parentAgency":"Tỉnh Bạc Liêu","place":"Xã Đông Đình","placeEnglish":"Dong Dinh Commune","postalAddress":"Số 1, đường Đình Đông","procedureUrl":"","responsiblePerson":"Huỳnh Đăng Khoa","responsiblePost":"Trưởng Ban biên tập","telephone":"0291 000 000","timeZone":"Asia/Ho_Chi_Minh","title":"Cổng thông tin điện tử xã Đông Đình","titleEnglish":"Dong Dinh Commune Portal"}
site	1740963600805	{"address":"https://dongdinh.example","agency":"Ủy ban nhân dân xã Đông Đình","agencyEnglish":"People's Committee of Dong Dinh Commune","approvalRefuses":["pictureAlt","lead"],"email":"vanthu@dongdinh.example","licence":"Ghi rõ nguồn khi dùng lại","licenceEnglish":"","openingBalance":12345,"openingBalanceDate":"2025-01-01","parentAgency":"Tỉnh Bạc Liêu","place":"Xã Đông Đình","placeEnglish":"Dong Dinh Commune","postalAddress":"Số 1, đường Đình Đông","procedureUrl":"","responsiblePerson":"Huỳnh Đăng Khoa","responsiblePost":"Trưởng Ban biên tập","telephone":"0291 000 000","timeZone":"Asia/Ho_Chi_Minh","title":"Cổng thông tin điện tử xã Đông Đình","titleEnglish":"Dong Dinh Commune Portal"}
\.


--
-- Data for Name: system; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.system (name, value) FROM stdin;
epoch	01955984-5735-71f3-843b-4146a48ef3c1
workflowTold	789c18c70b8a01631f23d85c4995db2269dcdc49c1704ae603052447264b1856
mediaShapes	2
savesCleanedTo	1738549200225
\.


--
-- Data for Name: uploads; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.uploads (id, user_id, media_id, name, length, sha256, finished, expires_at, metadata) FROM stdin;
01955984-5b94-7ce6-b5d3-7654c6310c47	01955984-5780-77dd-8b05-3ab0e66006df	278081f7-ab10-4585-a18e-720d0d253e95	Lễ khởi công.jpg	1774	b344149b2df874c54a1e3be86a6238eb0d02399f94923d6df792b5121b891071	1	1741568401300	filename TOG7hSBraOG7n2kgY8O0bmcuanBn,mediaId Mjc4MDgxZjctYWIxMC00NTg1LWExOGUtNzIwZDBkMjUzZTk1,sha256 YjM0NDE0OWIyZGY4NzRjNTRhMWUzYmU4NmE2MjM4ZWIwZDAyMzk5Zjk0OTIzZDZkZjc5MmI1MTIxYjg5MTA3MQ==
01955984-5c13-7466-8bda-a864d81e8a44	01955984-57be-742d-9c62-750dd97f3882	2f674e6c-eb1c-4184-96e9-8c803c74575c	sơ-đồ.png	316	f454a2518a32f558c0c9cc6aea3b5f94d1544cd6ac556403afa2daf974302593	1	1741568401427	filename c8ahLcSR4buTLnBuZw==,mediaId MmY2NzRlNmMtZWIxYy00MTg0LTk2ZTktOGM4MDNjNzQ1NzVj,sha256 ZjQ1NGEyNTE4YTMyZjU1OGMwYzljYzZhZWEzYjVmOTRkMTU0NGNkNmFjNTU2NDAzYWZhMmRhZjk3NDMwMjU5Mw==
01955984-5c2b-7396-9588-7b1561d4b3ee	01955984-5780-77dd-8b05-3ab0e66006df	231f3788-6b35-48d5-9e27-e9aaabd4979e	không-dùng.png	333	09924a8b4f092821d9e873b950b388ea758a8e75fe05a483bd79fd00244a000a	1	1741568401451	filename a2jDtG5nLWTDuW5nLnBuZw==,mediaId MjMxZjM3ODgtNmIzNS00OGQ1LTllMjctZTlhYWFiZDQ5Nzll,sha256 MDk5MjRhOGI0ZjA5MjgyMWQ5ZTg3M2I5NTBiMzg4ZWE3NThhOGU3NWZlMDVhNDgzYmQ3OWZkMDAyNDRhMDAwYQ==
01956407-fffa-7fca-af71-7e54d2d4e8c4	01955984-5780-77dd-8b05-3ab0e66006df	01956407-feab-7319-9018-b858a2c7cdcb	dở dang.png	392	1336034312040372547759dd65cbf72346eb03af2c7eadf5630972c9e3a8d6c4	0	1741744800762	filename ZOG7nyBkYW5nLnBuZw==,mediaId MDE5NTY0MDctZmVhYi03MzE5LTkwMTgtYjg1OGEyYzdjZGNi,sha256 MTMzNjAzNDMxMjA0MDM3MjU0Nzc1OWRkNjVjYmY3MjM0NmViMDNhZjJjN2VhZGY1NjMwOTcyYzllM2E4ZDZjNA==
01956408-01b1-7376-96d3-42eeef72fac4	01955984-57fc-7789-9b97-bdf0eeb7c3be	01956407-fe1a-71c3-9ca1-4ef45dec0196	của biên tập.jpg	1914	c1b61b49ac337742313b14da3d4e755ae3c4498ef4653c9271a8d66a1c80ee68	0	1741744801201	filename Y+G7p2EgYmnDqm4gdOG6rXAuanBn,mediaId MDE5NTY0MDctZmUxYS03MWMzLTljYTEtNGVmNDVkZWMwMTk2,sha256 YzFiNjFiNDlhYzMzNzc0MjMxM2IxNGRhM2Q0ZTc1NWFlM2M0NDk4ZWY0NjUzYzkyNzFhOGQ2NmExYzgwZWU2OA==
01956408-03d5-7bae-819a-51106b8afc1c	01955984-57be-742d-9c62-750dd97f3882	fc93d1c1-cfc2-42a1-abbd-76b58b2a69a1	dở-dang.png	348	03b153f87ddc8d52c8bfe5853ade818d7f19581dbd632b4450c83f1554ed1c62	0	1741744801749	filename ZOG7ny1kYW5nLnBuZw==,mediaId ZmM5M2QxYzEtY2ZjMi00MmExLWFiYmQtNzZiNThiMmE2OWEx,sha256 MDNiMTUzZjg3ZGRjOGQ1MmM4YmZlNTg1M2FkZTgxOGQ3ZjE5NTgxZGJkNjMyYjQ0NTBjODNmMTU1NGVkMWM2Mg==
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (id, login, name, pen_name, password_hash, disabled, created_at) FROM stdin;
01955984-5735-77d1-af37-ba0c84a73e37	quantri	Đặng Quản Trị		$argon2id$v=19$m=65536,t=2,p=1$UoUtHlsM4m8Q59OuHBj9Zg$58Ywn9y/+3WnAXscRsQMu7hsmqWUyIzqI6+j5Q4MYts	0	1740963600240
01955984-5780-77dd-8b05-3ab0e66006df	phongvien	Trần Thị Đào		$argon2id$v=19$m=65536,t=2,p=1$9EOE07gH/cvEbrST0eqUCg$O+Wm13CtGuMrzMlf6Ly9uGzU6JLS+ciR/IWEQPwLPI4	0	1740963600318
01955984-57be-742d-9c62-750dd97f3882	congtac	Lê Văn Ước		$argon2id$v=19$m=65536,t=2,p=1$kqQLhhvJdPfaWtvQHqNAtQ$ZQZqHsWZZIH7A30Zr+7dxKpR7L/nVrf9eQm8qhxyohE	0	1740963600379
01955984-57fc-7789-9b97-bdf0eeb7c3be	bientap	Nguyễn Hữu Đức		$argon2id$v=19$m=65536,t=2,p=1$PO6eryjtqnYSf9h1aU28Ow$RKFP5RZda123xzvLGhVdCqv0/cP1VaSZWfkgnMRBmqU	0	1740963600446
01955984-583f-7e90-b15d-05babf0b6f19	vanhoa	Phạm Quỳnh Như		$argon2id$v=19$m=65536,t=2,p=1$ypHs15NUhqdZzUMnSBVoqg$jKBOEEQPuBT1aeuFy932h1MfOIW+BbBuylDABw+vNyk	0	1740963600509
01955984-587e-7e57-8269-07e58f7ba493	thuky	Đỗ Ngọc Ánh		$argon2id$v=19$m=65536,t=2,p=1$wztE/tqn6Z+lLg/we9/mtg$MdZXJ7dmlwU2i4y/V13EO1MO02PE6s8vLJX7qKmHqMg	0	1740963600570
01955984-58bb-7fd8-86bd-cb788b4d820c	phoban	Võ Thị Ỷ Lan		$argon2id$v=19$m=65536,t=2,p=1$NzEIRkbV1ALUOCDRAI+bJA$00B18pb0KQwyVNAafje7qvJOKcO5eFldSwM2IwoQfsg	0	1740963600628
01955984-58f5-74d6-869a-37bcd74970e0	truongban	Huỳnh Đăng Khoa		$argon2id$v=19$m=65536,t=2,p=1$ec6r9L7HiW73Ha0o7xMMhA$DAMWw4udMS5OckB+u8zF5gP/K3uI9yXq2+eray/gf+g	0	1740963600685
01955984-592d-70d9-9232-61d8f5487788	ketoan	Bùi Kế Toán		$argon2id$v=19$m=65536,t=2,p=1$X5lgZLIqMsWM4798INhW6g$zwWvFHXkSw1W7D7iqeph38u66/cHpDr7TVIAHbKmNm4	0	1740963600743
01955984-5968-73ca-bf76-21110b476370	nghiviec	Hồ Đã Nghỉ		$argon2id$v=19$m=65536,t=2,p=1$XPDU2lFvcrwoAmme3WExzA$URpC9Oa+vtYTzMIj4KF1EPZmVDqiQlGBtykOx1c+uRg	1	1740963600804
\.


--
-- Data for Name: visit_days; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.visit_days (day, views, visits, visitors, robot_views) FROM stdin;
2025-03-03	8	2	1	2
2025-03-04	4	1	1	1
2025-03-05	34	1	1	1
\.


--
-- Data for Name: visit_writers; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.visit_writers (writer, batch, written_at) FROM stdin;
01a22b2f-8ea7-776e-acd7-34e57522d4e1	1	1740963601820
01a22b2f-95c2-7688-9d4b-50dc4c0dd040	1	1740970800334
01a22b2f-9746-75db-86a3-56f86bccaa4a	1	1741053600512
01a22b2f-9967-7241-9384-eef594bd1a18	1	1741140001095
01a22b2f-a077-7cdb-b17e-bc23f6e62e0c	1	1741141201117
\.


--
-- Data for Name: workflow; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.workflow ("position", from_state, step, role, to_state, ownership, reason_required) FROM stdin;
1	draft	save	contributor	draft	own	0
2	draft	save	reporter	draft	own	0
3	draft	save	editor	draft	own	0
4	draft	save	secretary	draft	own	0
5	draft	save	deputyChair	draft	own	0
6	draft	save	boardChair	draft	own	0
7	draft	submit	contributor	submitted	own	0
8	draft	submit	reporter	submitted	own	0
9	draft	submit	editor	submitted	own	0
10	draft	submit	secretary	submitted	own	0
11	draft	submit	deputyChair	submitted	own	0
12	draft	submit	boardChair	submitted	own	0
13	draft	delete	contributor	deleted	own	0
14	draft	delete	reporter	deleted	own	0
15	draft	delete	editor	deleted	own	0
16	draft	delete	secretary	deleted	own	0
17	draft	delete	deputyChair	deleted	own	0
18	draft	delete	boardChair	deleted	own	0
19	returned	save	contributor	returned	own	0
20	returned	save	reporter	returned	own	0
21	returned	save	editor	returned	own	0
22	returned	save	secretary	returned	own	0
23	returned	save	deputyChair	returned	own	0
24	returned	save	boardChair	returned	own	0
25	returned	submit	contributor	submitted	own	0
26	returned	submit	reporter	submitted	own	0
27	returned	submit	editor	submitted	own	0
28	returned	submit	secretary	submitted	own	0
29	returned	submit	deputyChair	submitted	own	0
30	returned	submit	boardChair	submitted	own	0
31	submitted	withdraw	contributor	draft	own	0
32	submitted	withdraw	reporter	draft	own	0
33	submitted	withdraw	editor	draft	own	0
34	submitted	withdraw	secretary	draft	own	0
35	submitted	withdraw	deputyChair	draft	own	0
36	submitted	withdraw	boardChair	draft	own	0
37	submitted	claim	editor	inEditing	any	0
38	submitted	claim	secretary	inEditing	any	0
39	submitted	returnToAuthor	editor	returned	any	1
40	submitted	returnToAuthor	secretary	returned	any	1
41	inEditing	save	editor	inEditing	any	0
42	inEditing	save	secretary	inEditing	any	0
43	inEditing	save	deputyChair	inEditing	any	0
44	inEditing	save	boardChair	inEditing	any	0
45	inEditing	requestApproval	editor	awaitingApproval	any	0
46	inEditing	requestApproval	secretary	awaitingApproval	any	0
47	inEditing	returnToAuthor	editor	returned	any	1
48	inEditing	returnToAuthor	secretary	returned	any	1
49	awaitingApproval	save	deputyChair	awaitingApproval	any	0
50	awaitingApproval	save	boardChair	awaitingApproval	any	0
51	awaitingApproval	approve	deputyChair	approved	others	0
52	awaitingApproval	approve	boardChair	approved	others	0
53	awaitingApproval	refuse	deputyChair	refused	others	1
54	awaitingApproval	refuse	boardChair	refused	others	1
55	awaitingApproval	returnToEditor	editor	inEditing	any	1
56	awaitingApproval	returnToEditor	secretary	inEditing	any	1
57	awaitingApproval	returnToEditor	deputyChair	inEditing	any	1
58	awaitingApproval	returnToEditor	boardChair	inEditing	any	1
59	awaitingApproval	returnToAuthor	deputyChair	returned	others	1
60	awaitingApproval	returnToAuthor	boardChair	returned	others	1
61	approved	schedule	secretary	scheduled	any	0
62	approved	schedule	deputyChair	scheduled	any	0
63	approved	schedule	boardChair	scheduled	any	0
64	approved	publish	secretary	published	any	0
65	approved	publish	deputyChair	published	any	0
66	approved	publish	boardChair	published	any	0
67	approved	returnToEditor	editor	inEditing	any	1
68	approved	returnToEditor	secretary	inEditing	any	1
69	approved	returnToEditor	deputyChair	inEditing	any	1
70	approved	returnToEditor	boardChair	inEditing	any	1
71	scheduled	schedule	secretary	scheduled	any	0
72	scheduled	schedule	deputyChair	scheduled	any	0
73	scheduled	schedule	boardChair	scheduled	any	0
74	scheduled	unschedule	secretary	approved	any	0
75	scheduled	unschedule	deputyChair	approved	any	0
76	scheduled	unschedule	boardChair	approved	any	0
77	scheduled	unschedule	system	approved	any	0
78	scheduled	publish	secretary	published	any	0
79	scheduled	publish	deputyChair	published	any	0
80	scheduled	publish	boardChair	published	any	0
81	scheduled	publish	system	published	any	0
82	published	unpublish	deputyChair	unpublished	any	1
83	published	unpublish	boardChair	unpublished	any	1
84	published	correct	editor	inEditing	any	1
85	published	correct	secretary	inEditing	any	1
86	published	correct	deputyChair	inEditing	any	1
87	published	correct	boardChair	inEditing	any	1
88	unpublished	correct	editor	inEditing	any	1
89	unpublished	correct	secretary	inEditing	any	1
90	unpublished	correct	deputyChair	inEditing	any	1
91	unpublished	correct	boardChair	inEditing	any	1
92	refused	correct	editor	inEditing	any	1
93	refused	correct	secretary	inEditing	any	1
94	refused	correct	deputyChair	inEditing	any	1
95	refused	correct	boardChair	inEditing	any	1
96	awaitingApproval	revoke	editor	inEditing	decider	0
97	awaitingApproval	revoke	secretary	inEditing	decider	0
98	awaitingApproval	revoke	deputyChair	inEditing	decider	0
99	awaitingApproval	revoke	boardChair	inEditing	decider	0
100	inEditing	revoke	editor	awaitingApproval	decider	0
101	inEditing	revoke	secretary	awaitingApproval	decider	0
102	inEditing	revoke	deputyChair	awaitingApproval	decider	0
103	inEditing	revoke	boardChair	awaitingApproval	decider	0
104	returned	revoke	deputyChair	awaitingApproval	decider	0
105	returned	revoke	boardChair	awaitingApproval	decider	0
106	returned	revoke	editor	inEditing	decider	0
107	returned	revoke	secretary	inEditing	decider	0
108	refused	revoke	deputyChair	awaitingApproval	decider	0
109	refused	revoke	boardChair	awaitingApproval	decider	0
110	approved	revoke	deputyChair	awaitingApproval	decider	0
111	approved	revoke	boardChair	awaitingApproval	decider	0
112	scheduled	revoke	deputyChair	awaitingApproval	decider	0
113	scheduled	revoke	boardChair	awaitingApproval	decider	0
114	inEditing	requestApproval	deputyChair	awaitingApproval	opener	0
115	inEditing	requestApproval	boardChair	awaitingApproval	opener	0
116	returned	claim	editor	inEditing	abandoned	0
117	returned	claim	secretary	inEditing	abandoned	0
118	draft	claim	editor	inEditing	abandoned	0
119	draft	claim	secretary	inEditing	abandoned	0
120	draft	unpublish	deputyChair	unpublished	any	1
121	draft	unpublish	boardChair	unpublished	any	1
122	submitted	unpublish	deputyChair	unpublished	any	1
123	submitted	unpublish	boardChair	unpublished	any	1
124	refused	unpublish	deputyChair	unpublished	any	1
125	refused	unpublish	boardChair	unpublished	any	1
126	inEditing	unpublish	deputyChair	unpublished	any	1
127	inEditing	unpublish	boardChair	unpublished	any	1
128	returned	unpublish	deputyChair	unpublished	any	1
129	returned	unpublish	boardChair	unpublished	any	1
130	awaitingApproval	unpublish	deputyChair	unpublished	any	1
131	awaitingApproval	unpublish	boardChair	unpublished	any	1
132	approved	unpublish	deputyChair	unpublished	any	1
133	approved	unpublish	boardChair	unpublished	any	1
134	scheduled	unpublish	deputyChair	unpublished	any	1
135	scheduled	unpublish	boardChair	unpublished	any	1
\.


--
-- Name: article_media article_media_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_media
    ADD CONSTRAINT article_media_pkey PRIMARY KEY (media_id, article_id);


--
-- Name: articles articles_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_number_key UNIQUE (number);


--
-- Name: articles articles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (id);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (number);


--
-- Name: changes changes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (sequence);


--
-- Name: counters counters_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (name);


--
-- Name: decisions decisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (article_id, "position");


--
-- Name: grants grants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grants
    ADD CONSTRAINT grants_pkey PRIMARY KEY (user_id, role, section_id);


--
-- Name: item_views item_views_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_views
    ADD CONSTRAINT item_views_pkey PRIMARY KEY (article_number);


--
-- Name: media media_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media
    ADD CONSTRAINT media_pkey PRIMARY KEY (id);


--
-- Name: opening_balance opening_balance_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.opening_balance
    ADD CONSTRAINT opening_balance_pkey PRIMARY KEY (one);


--
-- Name: publication_counts publication_counts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_counts
    ADD CONSTRAINT publication_counts_pkey PRIMARY KEY (section_id, week);


--
-- Name: publication_media publication_media_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_media
    ADD CONSTRAINT publication_media_pkey PRIMARY KEY (media_id, number);


--
-- Name: publication_search publication_search_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_search
    ADD CONSTRAINT publication_search_pkey PRIMARY KEY (rowid);


--
-- Name: publication_texts publication_texts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_texts
    ADD CONSTRAINT publication_texts_pkey PRIMARY KEY (number, "position");


--
-- Name: publications publications_article_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_article_id_key UNIQUE (article_id);


--
-- Name: publications publications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (number);


--
-- Name: requests requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (id);


--
-- Name: revisions revisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (article_id, version);


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (set_name, number);


--
-- Name: sections sections_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sections
    ADD CONSTRAINT sections_pkey PRIMARY KEY (id);


--
-- Name: sections sections_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sections
    ADD CONSTRAINT sections_slug_key UNIQUE (slug);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);


--
-- Name: settings settings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.settings
    ADD CONSTRAINT settings_pkey PRIMARY KEY (name, valid_from);


--
-- Name: system system_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.system
    ADD CONSTRAINT system_pkey PRIMARY KEY (name);


--
-- Name: uploads uploads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (id);


--
-- Name: users users_login_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_login_key UNIQUE (login);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: visit_days visit_days_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_days
    ADD CONSTRAINT visit_days_pkey PRIMARY KEY (day);


--
-- Name: visit_writers visit_writers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_writers
    ADD CONSTRAINT visit_writers_pkey PRIMARY KEY (writer);


--
-- Name: workflow workflow_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workflow
    ADD CONSTRAINT workflow_pkey PRIMARY KEY ("position");


--
-- Name: article_media_by_article; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX article_media_by_article ON public.article_media USING btree (article_id);


--
-- Name: articles_by_schedule; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_by_schedule ON public.articles USING btree (scheduled_at) WHERE (scheduled_at IS NOT NULL);


--
-- Name: articles_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_by_state ON public.articles USING btree (state, updated_at, id);


--
-- Name: articles_by_update; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_by_update ON public.articles USING btree (updated_at, id);


--
-- Name: changes_by_noun; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX changes_by_noun ON public.changes USING btree (noun, id);


--
-- Name: media_by_sha256; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX media_by_sha256 ON public.media USING btree (sha256);


--
-- Name: publication_media_by_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_media_by_number ON public.publication_media USING btree (number);


--
-- Name: publication_search_by_word; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_search_by_word ON public.publication_search USING gin (public.search_lexemes(title), public.search_lexemes(words), public.search_lexemes(accented_title), public.search_lexemes(accented_words), (ARRAY[(rowid >> 24)]));


--
-- Name: publications_by_search_form; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publications_by_search_form ON public.publications USING btree (search_form);


--
-- Name: publications_by_section; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publications_by_section ON public.publications USING btree (section_id, first_at, number) WHERE (taken_down_at IS NULL);


--
-- Name: publications_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publications_by_time ON public.publications USING btree (first_at, number) WHERE (taken_down_at IS NULL);


--
-- Name: requests_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requests_by_time ON public.requests USING btree (at);


--
-- Name: revisions_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX revisions_by_time ON public.revisions USING btree (saved_at);


--
-- Name: sessions_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_by_user ON public.sessions USING btree (user_id);


--
-- Name: article_media article_media_article_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_media
    ADD CONSTRAINT article_media_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(id);


--
-- Name: decisions decisions_article_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT decisions_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(id);


--
-- Name: grants grants_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grants
    ADD CONSTRAINT grants_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: publication_media publication_media_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_media
    ADD CONSTRAINT publication_media_number_fkey FOREIGN KEY (number) REFERENCES public.publications(number);


--
-- Name: publication_texts publication_texts_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_texts
    ADD CONSTRAINT publication_texts_number_fkey FOREIGN KEY (number) REFERENCES public.publications(number);


--
-- Name: publications publications_article_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(id);


--
-- Name: revisions revisions_article_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(id);


--
-- Name: sessions sessions_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- PostgreSQL database dump complete
--


