"""The columns of a goods list, by the headings that shops' systems give them."""

from jxc_desktop.services.exchange.columns import ColumnSpec

# Of two headings a list may have for the same thing, the one that stands first here counts.
PRODUCT_COLUMNS = (
    ColumnSpec(
        "name",
        (
            *("商品名称", "品名", "名称", "商品名", "产品名称", "货品名称", "商品全名", "商品标题"),
            *("name", "product name", "item name", "goods name", "title"),
        ),
        required=True,
    ),
    # 自编码 first: beside it, 货号 is what stands on the goods.
    ColumnSpec(
        "code",
        (
            *("自编码", "货号", "商品编码", "商品编号", "商品货号", "商品代码", "产品编码", "内部编码", "编码", "编号"),
            *("own code", "code", "product code", "item code", "sku", "internal reference", "variant sku", "sku编码"),
        ),
    ),
    ColumnSpec(
        "barcode",
        (
            *("条码", "商品条码", "条形码", "商品条形码", "国际条码", "主条码", "基本条码", "barcode", "bar code"),
            *("ean", "ean13", "upc", "gtin", "upc/ean/isbn", "variant barcode", "货号"),
        ),
    ),
    ColumnSpec(
        "category",
        (
            *("分类", "类别", "商品分类", "商品类别", "分类名称", "类别名称", "所属分类", "品类"),
            *("category", "category name", "product category", "type"),
        ),
    ),
    ColumnSpec(
        "unit",
        (
            *("单位", "基本单位", "计量单位", "销售单位", "库存单位", "商品单位", "主单位", "小单位"),
            *("unit", "uom", "unit of measure"),
        ),
    ),
    ColumnSpec("spec", ("规格", "规格型号", "商品规格", "型号规格", "spec", "specification")),
    ColumnSpec("brand", ("品牌", "品牌名称", "商品品牌", "brand")),
    ColumnSpec(
        "reference_cost",
        (
            *("进价", "进货价", "采购价", "成本", "成本价", "进货单价", "采购单价", "参考进价", "最近进价"),
            *("cost", "cost price", "buy price", "purchase price", "unit cost", "cost per item"),
        ),
    ),
    ColumnSpec(
        "retail_price",
        (
            *("零售价", "售价", "销售价", "标准售价", "零售单价", "销售单价", "零售价格", "销售价格", "单价", "价格"),
            *(
                "price",
                "retail",
                "retail price",
                "selling price",
                "sales price",
                "sale price",
                "unit price",
                "variant price",
            ),
        ),
    ),
    ColumnSpec("member_price", ("会员价", "会员售价", "会员价格", "vip价", "member price", "member", "vip price")),
    # Where a list has 零售价 too, 销售价 is what other dealers pay.
    ColumnSpec("wholesale_price", ("批发价", "批发单价", "批发价格", "wholesale price", "wholesale", "销售价")),
    ColumnSpec(
        "lowest_price",
        ("最低售价", "最低价", "最低销售价", "最低零售价", "min price", "lowest price", "lowest", "minimum price"),
    ),
    ColumnSpec(
        "initials",
        ("助记码", "拼音码", "拼音简码", "简码", "速记码", "拼音", "首字母", "mnemonic", "pinyin code", "pinyin"),
    ),
    ColumnSpec(
        "tax_rate",
        ("销项税", "销项税率", "销项稅", "税率", "增值税率", "vat out", "tax rate", "vat rate"),
    ),
    ColumnSpec(
        "is_weighed",
        ("计价方式", "计量方式", "称重", "是否称重", "是否计重", "sale mode", "sold by weight", "weighed"),
    ),
    ColumnSpec(
        "is_active",
        (
            *("状态", "商品状态", "销售状态", "启用状态", "是否启用", "启用", "商品上架", "上架"),
            *("status", "active", "available for sale"),
        ),
    ),
    ColumnSpec("pack_unit", ("副单位", "辅助单位", "大单位", "箱单位", "包装单位", "pack unit")),
    ColumnSpec("pack_size", ("比例", "换算比例", "换算率", "换算关系", "单位换算", "副单位比例", "pack size")),
    ColumnSpec("pack_barcode", ("副条码", "箱码", "箱条码", "外箱条码", "整箱条码", "副单位条码", "pack barcode")),
    ColumnSpec("pack_price", ("副单位售价", "副单位零售价", "整箱价", "整箱售价", "箱价", "pack price")),
    ColumnSpec("case_size", ("箱规", "装箱数", "每箱数量", "箱入数", "件装数", "装箱规格", "units per case")),
)

# A list of goods says more about them than a name; a bill or a list of customers may have a column 名称 as well.
TELLS_GOODS = ("barcode", "code", "retail_price", "reference_cost", "wholesale_price", "unit", "category")

# Nobody misses these: they say nothing about the goods, or what the goods are bought from is kept elsewhere.
LEFT_OUT = frozenset(
    {"供应商", "供应商名称", "供应商编号", "供货商", "supplier", "supplier_code", "行号", "序号", "No."}
)
